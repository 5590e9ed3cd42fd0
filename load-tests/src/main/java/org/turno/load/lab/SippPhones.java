package org.turno.load.lab;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.turno.load.lab.SipEvent.Kind;

/**
 * Phones that share a port and a list of manners, which their calls take in turn. Safe for one
 * thread.
 */
public final class SippPhones implements AutoCloseable {
  private static final Duration DEADLINE = Duration.ofSeconds(20);
  private static final int REGISTERED_S = 24 * 3_600;

  private final LabPorts ports;
  private final Path folder;
  private final List<String> names;
  private final SippProcess sipp;

  private SippPhones(LabPorts ports, Path folder, List<String> names, SippProcess sipp) {
    this.ports = ports;
    this.folder = folder;
    this.names = names;
    this.sipp = sipp;
  }

  static SippPhones start(
      LabPorts ports, Path folder, List<String> names, List<Manner> manners, boolean detached) {
    SippProcess sipp =
        SippProcess.start(
            ports,
            folder,
            "phone",
            Map.of(),
            manners.stream().map(Manner::csv).toList(),
            List.of(),
            detached);
    sipp.awaitListening();
    SippPhones phones = new SippPhones(ports, folder, names, sipp);
    phones.register();
    return phones;
  }

  /** Registers them all; returns once Asterisk has said yes to each. */
  public void register() {
    tell(REGISTERED_S, names);
  }

  /** Takes some off, or all when none is named, as a phone does that is switched off. */
  public void unregister(String... some) {
    tell(0, some.length == 0 ? names : Arrays.asList(some));
  }

  private void tell(int seconds, List<String> some) {
    List<String> lines =
        some.stream().map(name -> name + ";" + sipp.port() + ";" + seconds).toList();
    List<String> more = List.of("-m", "" + lines.size(), "-r", "100", "127.0.0.1:" + ports.sip());
    SippProcess register =
        SippProcess.start(ports, folder, "register", Map.of(), lines, more, false);
    try {
      LabProcess process = register.process();
      if (process.awaitExit(DEADLINE) != 0) {
        throw new LabException("phones " + some + " could not register: " + process.output());
      }
    } finally {
      register.close();
    }
  }

  /** What happened at them so far, oldest first. */
  public List<SipEvent> events() {
    return sipp.events();
  }

  /** How often a phone met this. */
  public long count(String phone, Kind kind) {
    return events().stream().filter(e -> e.kind() == kind && e.who().equals(phone)).count();
  }

  /** Waits until a phone has met this so many times, and returns the newest of them. */
  public SipEvent await(String phone, Kind kind, int times) {
    Await.until(
        "phone " + phone + " to be " + kind + " " + times + " times",
        DEADLINE,
        () -> count(phone, kind) >= times,
        () -> "its events are " + events());
    return events().stream()
        .filter(e -> e.kind() == kind && e.who().equals(phone))
        .skip(times - 1L)
        .findFirst()
        .orElseThrow();
  }

  /** Lifts the receiver of a phone that rings. */
  public void answer(SipEvent rung) {
    sipp.order("MESSAGE", rung.callId(), "");
  }

  /** Hangs up. */
  public void hangUp(SipEvent answered) {
    sipp.order("INFO", answered.callId(), "");
  }

  /** The process that plays them. */
  LabProcess process() {
    return sipp.process();
  }

  /** Breaks the phones: they stay registered and never answer again, like phones without power. */
  @Override
  public void close() {
    sipp.close();
  }
}
