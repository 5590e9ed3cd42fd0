package org.turno.load.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the lab's parts are, by system property, environment or the user's folders. */
public final class LabFolders {
  private static final int NOT_FOUND = 127;

  private LabFolders() {}

  /**
   * The project: {@code turno.root}, as the tests set it, or {@code TURNO_HOME}, as the launcher
   * does.
   */
  public static Path project() {
    String root = first(System.getProperty("turno.root"), System.getenv("TURNO_HOME"));
    if (root == null) {
      throw new LabException(
          "the project's folder is unknown: start by ./turno, or set TURNO_HOME");
    }
    return Path.of(root);
  }

  /**
   * Where {@code setup.sh} put Asterisk: {@code turno.asterisk}, {@code TURNO_ASTERISK} or the
   * user's cache.
   */
  public static Path asterisk() {
    String chosen = first(System.getProperty("turno.asterisk"), System.getenv("TURNO_ASTERISK"));
    if (chosen != null) {
      return Path.of(chosen).toAbsolutePath();
    }
    return userFolder("XDG_CACHE_HOME", ".cache").resolve("asterisk");
  }

  /** What {@code turno lab} keeps between its commands: {@code turno.lab} or the user's state. */
  public static Path state() {
    String chosen = System.getProperty("turno.lab");
    if (chosen != null) {
      return Path.of(chosen).toAbsolutePath();
    }
    return userFolder("XDG_STATE_HOME", ".local/state").resolve("lab");
  }

  static Path scripts() {
    return project().resolve("load-tests/lab");
  }

  /** Sets Asterisk up where it is missing, which can take a minute, or says why it cannot. */
  public static void requireAsterisk() {
    if (!Files.isExecutable(asterisk().resolve("bin/asterisk"))) {
      Shell.of("bash", scripts().resolve("setup.sh").toString())
          .with("PREFIX", asterisk().toString())
          .run();
    }
  }

  /** Installs SIPp where it is missing and this is root on a Debian or its like, or says how. */
  public static void requireSipp() {
    if (Shell.of("sipp", "-v").tryRun().exitCode() != NOT_FOUND) {
      return;
    }
    Shell install = Shell.of("apt-get", "install", "-y", "-qq", "sip-tester");
    if (install.tryRun().exitCode() != 0) {
      Shell.of("apt-get", "update", "-qq").tryRun();
      install.tryRun();
    }
    if (Shell.of("sipp", "-v").tryRun().exitCode() == NOT_FOUND) {
      throw new LabException("SIPp is missing; install it by: apt install sip-tester");
    }
  }

  private static Path userFolder(String variable, String underHome) {
    String chosen = first(System.getenv(variable), null);
    Path folder =
        chosen != null ? Path.of(chosen) : Path.of(System.getProperty("user.home"), underHome);
    return folder.resolve("turno");
  }

  private static @Nullable String first(@Nullable String one, @Nullable String other) {
    return one != null && !one.isEmpty() ? one : other;
  }
}
