package org.turno.load.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A process that the lab started. Unless it is detached, it ends when this program ends, however
 * that happens.
 */
public final class LabProcess {
  private static final Set<ProcessHandle> OURS = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> OURS.forEach(ProcessHandle::destroyForcibly), "end-of-lab-processes"));
  }

  private final String name;
  private final Process process;
  private final Path log;

  private LabProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a process whose output goes to a file.
   *
   * @param detached it gets no signal of this terminal, and may be left running
   */
  static LabProcess start(
      String name,
      List<String> words,
      Map<String, String> environment,
      Path folder,
      Path log,
      boolean detached) {
    List<String> command = new ArrayList<>(words);
    if (detached) {
      // It takes the place of this word's process, so the pid remains.
      command.addFirst("setsid");
    }
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      OURS.add(process.toHandle());
      return new LabProcess(name, process, log);
    } catch (IOException e) {
      throw new LabException(name + " does not start: " + e.getMessage(), e);
    }
  }

  /** Lets it go on when this program ends. */
  void leaveRunning() {
    OURS.remove(process.toHandle());
  }

  /** Its process id. */
  public long pid() {
    return process.pid();
  }

  /** Whether it runs; one that has ended and was not yet collected does not. */
  public boolean alive() {
    return alive(process.toHandle());
  }

  /** Waits for its end and says how it ended: 0 when it did what it should. */
  int awaitExit(Duration deadline) {
    try {
      if (process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
        return process.exitValue();
      }
      throw new LabException("waited " + deadline + " for the end of " + this + ": " + output());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabException("interrupted while waiting for the end of " + this, e);
    }
  }

  static boolean alive(ProcessHandle handle) {
    if (!handle.isAlive()) {
      return false;
    }
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(handle.pid()), "stat"));
      // pid (name) state …; the name may hold anything.
      return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
    } catch (IOException e) {
      return handle.isAlive();
    }
  }

  /** What it printed so far. */
  public String output() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return "(" + log + " cannot be read: " + e.getMessage() + ")";
    }
  }

  /** Ends it as {@code kill -9} does. */
  public void kill() {
    process.destroyForcibly();
    // Its sockets are free only when all its threads are gone, which a zombie does not tell.
    Await.until(name + " to end", Duration.ofSeconds(20), () -> !process.isAlive());
  }

  /** Asks it to end, and makes it when it takes too long. */
  public void stop(Duration patience) {
    end(name, process.toHandle(), patience);
  }

  static void end(String name, ProcessHandle handle, Duration patience) {
    if (!alive(handle)) {
      return;
    }
    handle.destroy();
    try {
      Await.until(name + " to end", patience, () -> !alive(handle));
    } catch (LabException e) {
      handle.destroyForcibly();
      Await.until(name + " to end", Duration.ofSeconds(5), () -> !alive(handle));
    }
  }

  @Override
  public String toString() {
    return name + " (pid " + pid() + ", log " + log + ")";
  }
}
