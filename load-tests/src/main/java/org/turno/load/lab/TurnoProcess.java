package org.turno.load.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A real {@code turno run} beside the lab's Asterisk, as a process of its own, so that it can be
 * killed and started again on the same journal. Safe for one thread.
 */
public final class TurnoProcess implements AutoCloseable {
  private static final Duration READY_DEADLINE = Duration.ofSeconds(60);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(15);

  private final Path folder;
  private final boolean detached;
  private final TurnoApi api;
  private LabProcess process;

  private TurnoProcess(Path folder, boolean detached, TurnoApi api) {
    this.folder = folder;
    this.detached = detached;
    this.api = api;
    process = run();
  }

  /** Starts one in a folder, with the floor that is given, and waits until it can do its work. */
  public static TurnoProcess start(AsteriskLab lab, Path folder, String floor) {
    return start(lab.ports(), folder, floor, false);
  }

  /**
   * Starts one.
   *
   * @param floor the sections {@code skills, queues, lines, agents} of turno.yaml; the PBX is
   *     called {@code lab}
   * @param detached it stays when this program ends
   */
  static TurnoProcess start(LabPorts ports, Path folder, String floor, boolean detached) {
    return start(ports, ports.http(), folder, floor, detached);
  }

  /**
   * Starts one that reaches Asterisk's REST interface by another port.
   *
   * @param ariPort where something passes on to it
   */
  static TurnoProcess start(
      LabPorts ports, int ariPort, Path folder, String floor, boolean detached) {
    configure(ports, ariPort, folder, floor);
    TurnoApi api = new TurnoApi(ports.turnoHttp(), LabFloor.TOKEN);
    return new TurnoProcess(folder.toAbsolutePath(), detached, api);
  }

  /** Starts one that steers nothing and looks at Asterisk's own queues. */
  static TurnoProcess looking(AsteriskLab lab, Path folder) {
    write(folder, LabFloor.looking(lab.ports()));
    TurnoApi api = new TurnoApi(lab.ports().turnoHttp(), LabFloor.TOKEN);
    return new TurnoProcess(folder.toAbsolutePath(), false, api);
  }

  /** Writes what one needs before it can be started. */
  static void configure(LabPorts ports, int ariPort, Path folder, String floor) {
    write(folder, LabFloor.header(ports, ariPort) + floor);
  }

  private static void write(Path folder, String configuration) {
    try {
      Files.createDirectories(folder);
      secret(folder.resolve("pbx.password"), AsteriskLab.PASSWORD);
      secret(folder.resolve("api.token"), LabFloor.TOKEN);
      Files.writeString(folder.resolve("turno.yaml"), configuration);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void secret(Path file, String text) throws IOException {
    Files.writeString(file, text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private LabProcess run() {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "@" + LabFolders.project().resolve("deploy/java.options"),
                "-Xmx384m"));
    String quickStart = System.getenv("TURNO_QUICK_START");
    if (quickStart != null && !quickStart.isEmpty()) {
      words.add(quickStart);
    }
    words.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            "org.turno.load.cli.TurnoMain",
            "run",
            "--config",
            folder.resolve("turno.yaml").toString()));
    Map<String, String> environment =
        Map.of("STATE_DIRECTORY", folder.toString(), "TURNO_HOME", LabFolders.project().toString());
    LabProcess started =
        LabProcess.start(
            "turno", words, environment, folder, folder.resolve("turno.log"), detached);
    Await.until(
        "Turno to be ready",
        READY_DEADLINE,
        () -> {
          if (!started.alive()) {
            throw new LabException("Turno ended at once: " + started.output().strip());
          }
          return api.notReadyBecause().isEmpty();
        },
        () -> api.notReadyBecause() + "\n" + started.output());
    return started;
  }

  /** Its HTTP interface. */
  public TurnoApi api() {
    return api;
  }

  /** Its folder: configuration, log and journal. */
  Path folder() {
    return folder;
  }

  /** Its process. */
  public LabProcess process() {
    return process;
  }

  /** Ends it as {@code kill -9} does. */
  public void kill() {
    process.kill();
  }

  /** Starts it on the same journal and waits until it can do its work. */
  public void startAgain() {
    process = run();
  }

  @Override
  public void close() {
    process.stop(STOP_PATIENCE);
    api.close();
  }
}
