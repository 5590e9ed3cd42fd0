package org.turno.load.lab;

import java.nio.file.Path;
import java.time.Duration;
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
  private final AsteriskConsole console;
  private LabProcess process;

  private AsteriskLab(LabPorts ports, Path folder, boolean detached) {
    this.ports = ports;
    this.folder = folder;
    this.detached = detached;
    console = new AsteriskConsole(folder);
    process = boot();
  }

  /** Starts one whose files are in a folder, on ports that are free, with phones 1001 to 1080. */
  public static AsteriskLab start(Path folder) {
    return start(LabPorts.anyFree(), folder, 80, List.of("012", "016", "010"), false);
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
            console.words("-f", "-n"),
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
          return console.tryRx("core waitfullybooted").output().contains("fully booted");
        },
        started::output);
    return started;
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

  /** Runs a command of its console and returns what it prints. */
  public String rx(String line) {
    return console.rx(line);
  }

  /** Every leg that is there now. */
  public List<AsteriskLeg> legs() {
    return console.legs();
  }

  /** Waits until no leg is left. */
  public void awaitNoLegs(Duration deadline) {
    console.awaitNoLegs(deadline);
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
      console.stop();
    }
    process.stop(STOP_PATIENCE);
    ports.close();
  }
}
