package org.turno.load.suite;

import com.sun.security.auth.module.UnixSystem;
import java.io.File;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what a part of the tests needs, and installs what is missing where it can: as root, with
 * apt. Asterisk goes into a folder of the user's cache, next to nothing else on the machine.
 */
final class Provision {

  private static final List<String> CHROMIUM_NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  private static final Path LIBERATION = Path.of("/usr/share/fonts/truetype/liberation");

  private final Path root;
  private final PrintStream progress;

  Provision(Path root, PrintStream progress) {
    this.root = root;
    this.progress = progress;
  }

  Need provide(Part part) {
    return switch (part) {
      case UNIT, SIMULATION, THEORY -> new Need.Met(List.of());
      case BROWSER -> browser();
      case ASTERISK -> asterisk();
      case FREESWITCH -> freeSwitch();
    };
  }

  /**
   * Chromium by itself brings no fonts, and what else a bare machine has is wider than a user's.
   */
  private Need browser() {
    Optional<Path> chromium = findOrInstall(CHROMIUM_NAMES, "chromium");
    if (chromium.isEmpty()) {
      return new Need.Missing(notInstalled("Chromium", "chromium"));
    }
    if (canInstall() && !Files.isDirectory(LIBERATION)) {
      progress.println("installing fonts-liberation");
      aptInstall("fonts-liberation");
    }
    return new Need.Met(List.of("-Dturno.chromium=" + chromium.get()));
  }

  private Need asterisk() {
    List<String> missing = new ArrayList<>();
    if (findOrInstall(List.of("sipp"), "sip-tester").isEmpty()) {
      missing.add(notInstalled("SIPp", "sip-tester"));
    }
    if (findOrInstall(List.of("tshark"), "tshark").isEmpty()) {
      missing.add(notInstalled("tshark", "tshark"));
    }
    if (!missing.isEmpty()) {
      return new Need.Missing(String.join("; ", missing));
    }
    Path prefix = asteriskPrefix();
    if (!Files.isExecutable(prefix.resolve("bin/asterisk"))) {
      progress.println("installing Asterisk into " + prefix);
      Path setup = root.resolve("load-tests/lab/setup.sh");
      Command.Result result =
          Command.of("bash", setup.toString()).with("PREFIX", prefix.toString()).run();
      if (!result.ok()) {
        return new Need.Missing("Asterisk could not be set up: " + result.lastLine());
      }
    }
    return new Need.Met(List.of("-Dturno.asterisk=" + prefix));
  }

  private Need freeSwitch() {
    String where = System.getenv("TURNO_FREESWITCH");
    if (where == null || where.isBlank()) {
      return new Need.Missing(
          "it runs against a FreeSWITCH that is there: TURNO_FREESWITCH=HOST:PORT:PASSWORD"
              + " ./turno test (load-tests/lab/freeswitch/configure.sh writes its configuration)");
    }
    return findOrInstall(List.of("sipp"), "sip-tester").isEmpty()
        ? new Need.Missing(notInstalled("SIPp", "sip-tester"))
        : new Need.Met(List.of("-Dturno.freeswitch=" + where));
  }

  /** Where the tests' Asterisk lives: {@code TURNO_ASTERISK}, else a folder in the user's cache. */
  private static Path asteriskPrefix() {
    String chosen = System.getenv("TURNO_ASTERISK");
    if (chosen != null) {
      return Path.of(chosen).toAbsolutePath();
    }
    String cache = System.getenv("XDG_CACHE_HOME");
    Path caches =
        cache != null ? Path.of(cache) : Path.of(System.getProperty("user.home"), ".cache");
    return caches.resolve("turno/asterisk");
  }

  private Optional<Path> findOrInstall(List<String> names, String aptPackage) {
    Optional<Path> found = find(names);
    if (found.isPresent() || !canInstall()) {
      return found;
    }
    progress.println("installing " + aptPackage);
    if (!aptInstall(aptPackage)) {
      // A machine that never asked for a list of packages knows none.
      Command.of("apt-get", "update", "-qq").run();
      aptInstall(aptPackage);
    }
    return find(names);
  }

  private static boolean aptInstall(String aptPackage) {
    return Command.of("apt-get", "install", "-y", "-qq", "--no-install-recommends", aptPackage)
        .with("DEBIAN_FRONTEND", "noninteractive")
        .run()
        .ok();
  }

  private static boolean canInstall() {
    return new UnixSystem().getUid() == 0 && find(List.of("apt-get")).isPresent();
  }

  private static String notInstalled(String what, String aptPackage) {
    String why = canInstall() ? " could not be installed by apt" : " is not installed";
    return what + why + "; install it by: apt install " + aptPackage;
  }

  private static Optional<Path> find(List<String> names) {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String folder : path.split(File.pathSeparator, -1)) {
      for (String name : names) {
        Path candidate = Path.of(folder, name);
        if (Files.isExecutable(candidate) && !Files.isDirectory(candidate)) {
          return Optional.of(candidate);
        }
      }
    }
    return Optional.empty();
  }
}
