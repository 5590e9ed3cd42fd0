package org.turno.load.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A real Asterisk with a folder and ports of its own. Start it, use it, close it. Safe for one
 * thread.
 */
public final class AsteriskLab implements AutoCloseable {
  /** The password of the user turno, for ARI and AMI. */
  public static final String PASSWORD = "lab";

  private static final Duration BOOT_DEADLINE = Duration.ofSeconds(60);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(5);

  private final LabPorts ports;
  private final Path folder;
  private final boolean detached;
  private LabProcess process;

  private AsteriskLab(LabPorts ports, Path folder, boolean detached) {
    this.ports = ports;
    this.folder = folder;
    this.detached = detached;
    process = boot();
  }

  /** Starts one whose files are in a folder, on ports that are free, with phones 1001 to 1040. */
  public static AsteriskLab start(Path folder) {
    return start(LabPorts.anyFree(), folder, 40, List.of("012", "016", "010"), false);
  }

  /**
   * Starts one.
   *
   * @param agents how many phones, from 1001 on
   * @param lines numbers that are also names of lines
   * @param detached it stays up when this program ends
   */
  static AsteriskLab start(
      LabPorts ports, Path folder, int agents, List<String> lines, boolean detached) {
    LabFolders.requireAsterisk();
    Shell.of("bash", LabFolders.scripts().resolve("configure.sh").toString(), folder.toString())
        .with("PREFIX", LabFolders.asterisk().toString())
        .with("PORT_BASE", "" + ports.base())
        .with("AGENTS", "" + agents)
        .with("LINES_OF", String.join(" ", lines))
        .with("PASSWORD", PASSWORD)
        .run();
    return new AsteriskLab(ports, folder.toAbsolutePath(), detached);
  }

  private LabProcess boot() {
    LabProcess started =
        LabProcess.start(
            "asterisk",
            asterisk("-f", "-n"),
            Map.of(),
            folder,
            folder.resolve("log/console"),
            detached);
    Await.until(
        "Asterisk to boot",
        BOOT_DEADLINE,
        () -> {
          if (!started.alive()) {
            throw new LabException("Asterisk ended at once: " + started.output());
          }
          return command("core waitfullybooted").output().contains("fully booted");
        },
        started::output);
    return started;
  }

  private List<String> asterisk(String... more) {
    return asterisk(folder, more);
  }

  private static List<String> asterisk(Path folder, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                LabFolders.asterisk().resolve("bin/asterisk").toString(),
                "-C",
                folder.resolve("etc/asterisk.conf").toString()));
    words.addAll(Arrays.asList(more));
    return words;
  }

  private Shell.Result command(String line) {
    return command(folder, line);
  }

  static Shell.Result command(Path folder, String line) {
    return Shell.of(asterisk(folder, "-rx", line)).within(Duration.ofSeconds(10)).tryRun();
  }

  /** The ports that it has. */
  public LabPorts ports() {
    return ports;
  }

  /** Its folder: configuration in {@code etc}, log in {@code log/messages}. */
  public Path folder() {
    return folder;
  }

  /** Its process. */
  public LabProcess process() {
    return process;
  }

  /** Runs a command of Asterisk's console and returns what it prints. */
  public String rx(String line) {
    Shell.Result result = command(line);
    if (result.exitCode() != 0) {
      throw new LabException("asterisk -rx '" + line + "' failed: " + result.output().strip());
    }
    return result.output();
  }

  /** Every leg that is there now. */
  public List<AsteriskLeg> legs() {
    return AsteriskLeg.parse(rx("core show channels concise"));
  }

  /** Waits until no leg is left. */
  public void awaitNoLegs(Duration deadline) {
    Await.until("all legs to be gone", deadline, () -> legs().isEmpty(), () -> legs().toString());
  }

  /** Its log, as far as it is written. */
  public String log() {
    try {
      return Files.readString(folder.resolve("log/messages"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Registers phones that treat their calls by these manners in turn, together. */
  public SippPhones phones(List<String> names, Manner... manners) {
    return SippPhones.start(ports, sippFolder(), names, List.of(manners), detached);
  }

  /** Registers one phone. */
  public SippPhones phone(String name, Manner... manners) {
    return phones(List.of(name), manners);
  }

  /** Places calls, so many a second. */
  public SippCallers call(double perSecond, List<SippCallers.Call> calls) {
    return SippCallers.start(ports, sippFolder(), calls, perSecond);
  }

  /** Places one call. */
  public SippCallers call(SippCallers.Call call) {
    return call(1, List.of(call));
  }

  private Path sippFolder() {
    return folder.resolve("sipp");
  }

  /** Takes it down as a power cut would. */
  public void kill() {
    process.kill();
  }

  /** Starts it again after {@link #kill}. */
  public void startAgain() {
    process = boot();
  }

  @Override
  public void close() {
    if (process.alive()) {
      askToStop(folder);
    }
    process.stop(STOP_PATIENCE);
    ports.close();
  }

  /** With calls up it would wait for them, and ten seconds more. */
  static void askToStop(Path folder) {
    command(folder, "channel request hangup all");
    command(folder, "core stop now");
  }
}
