package org.turno.load.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The console of an Asterisk of the lab, which may have been started by another program. */
final class AsteriskConsole {
  private static final Duration DEADLINE = Duration.ofSeconds(10);

  private final Path folder;

  AsteriskConsole(Path folder) {
    this.folder = folder;
  }

  /** The words of a command line for this Asterisk. */
  List<String> words(String... more) {
    Path program = LabFolders.asterisk().resolve("bin/asterisk");
    List<String> words =
        new ArrayList<>(
            List.of(program.toString(), "-C", folder.resolve("etc/asterisk.conf").toString()));
    words.addAll(Arrays.asList(more));
    return words;
  }

  /** Runs a command of the console and returns what it prints. */
  String rx(String line) {
    Shell.Result result = tryRx(line);
    if (result.exitCode() != 0) {
      throw new LabException("asterisk -rx '" + line + "' failed: " + result.output().strip());
    }
    return result.output();
  }

  Shell.Result tryRx(String line) {
    return Shell.of(words("-rx", line)).within(DEADLINE).tryRun();
  }

  /** Every leg that is there now. */
  List<AsteriskLeg> legs() {
    return AsteriskLeg.parse(rx("core show channels concise"));
  }

  /** Waits until no leg is left. */
  void awaitNoLegs(Duration deadline) {
    Await.until("all legs to be gone", deadline, () -> legs().isEmpty(), () -> legs().toString());
  }

  /** Its log, as far as it is written. */
  String log() {
    try {
      return Files.readString(folder.resolve("log/messages"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks it to stop. With calls up it would wait for them, and ten seconds more. */
  void stop() {
    tryRx("channel request hangup all");
    tryRx("core stop now");
  }
}
