package org.turno.load.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What measurements were made on. */
final class Machine {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
  private static final String MODEL = "model name";

  private Machine() {}

  /** Processor, its number, and the JVM, in words. */
  static String describe() {
    return Runtime.getRuntime().availableProcessors()
        + " x "
        + processor()
        + ", Java "
        + Runtime.version().feature()
        + " ("
        + System.getProperty("java.vm.name")
        + ")";
  }

  private static String processor() {
    if (Files.isReadable(PROCESSORS)) {
      try (Stream<String> lines = Files.lines(PROCESSORS, StandardCharsets.UTF_8)) {
        return lines
            .filter(line -> line.startsWith(MODEL))
            .findFirst()
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .orElse(System.getProperty("os.arch"));
      } catch (IOException e) {
        return System.getProperty("os.arch");
      }
    }
    return System.getProperty("os.arch");
  }
}
