package org.turno.load.lab;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.turno.load.lab.SipEvent.Kind;

/** Callers who dial one after the other. Safe for one thread. */
public final class SippCallers implements AutoCloseable {
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private final SippProcess sipp;

  private SippCallers(SippProcess sipp) {
    this.sipp = sipp;
  }

  static SippCallers start(LabPorts ports, Path folder, List<Call> calls, double perSecond) {
    long cancelMs = calls.stream().mapToLong(Call::patienceMs).min().orElseThrow();
    // SIPp starts whole calls in each period, so that a slow rate needs a longer one.
    long periodMs = Math.max(10, Math.round(1000 / perSecond));
    List<String> more =
        List.of(
            "-m",
            "" + calls.size(),
            "-r",
            "1",
            "-rp",
            "" + periodMs,
            "-l",
            "" + calls.size(),
            "-cid_str",
            "lab-" + ProcessHandle.current().pid() + "-%u-%p@%s",
            "127.0.0.1:" + ports.sip());
    return new SippCallers(
        SippProcess.start(
            ports,
            folder,
            "caller",
            Map.of("CANCEL_MS", "" + cancelMs),
            calls.stream().map(Call::csv).toList(),
            more,
            false));
  }

  /** What happened to them so far, oldest first. */
  public List<SipEvent> events() {
    return sipp.events();
  }

  /** How many met this. */
  public long count(Kind kind) {
    return events().stream().filter(e -> e.kind() == kind).count();
  }

  /** Waits until so many met this, and returns the newest of them. */
  public SipEvent await(Kind kind, int times) {
    Await.until(
        times + " callers to be " + kind,
        DEADLINE,
        () -> count(kind) >= times,
        () -> "their events are " + events() + "; " + sipp.process().output());
    return events().stream()
        .filter(e -> e.kind() == kind)
        .skip(times - 1L)
        .findFirst()
        .orElseThrow();
  }

  /** Makes an answered caller hang up. */
  public void hangUp(SipEvent answered) {
    sipp.order("INFO", answered.callId(), "");
  }

  /** Makes an answered caller press a key: 0 to 9, * or #. */
  public void press(SipEvent answered, char key) {
    sipp.order("MESSAGE", answered.callId(), "X-Key: " + key + "\r\n");
  }

  /** Whether every call has ended. */
  public boolean done() {
    return !sipp.process().alive();
  }

  /** Drops the callers; calls that are still up get no BYE. */
  @Override
  public void close() {
    sipp.close();
  }

  /**
   * One call to place.
   *
   * @param from the caller's number
   * @param number what is dialled
   * @param stayMs hangs up so long after the PBX answered, if nobody does before
   * @param patienceMs cancels so long after dialling when the PBX has not answered; the shortest of
   *     a group holds for all
   */
  public record Call(String from, String number, long stayMs, long patienceMs) {
    /** Stays until the other side hangs up or the test says so. */
    public static Call staying(String from, String number) {
      return new Call(from, number, Manner.FOR_EVER_MS, Manner.FOR_EVER_MS);
    }

    /** Hangs up some time after the PBX answered. */
    public static Call hangingUpAfterMs(String from, String number, long stayMs) {
      return new Call(from, number, stayMs, Manner.FOR_EVER_MS);
    }

    private String csv() {
      return from + ";" + number + ";" + stayMs;
    }
  }
}
