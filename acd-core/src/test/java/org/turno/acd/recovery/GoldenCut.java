package org.turno.acd.recovery;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.turno.acd.engine.AcdState;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.StateImage;
import org.turno.acd.journal.Arbitrary;
import org.turno.acd.journal.EntryCodec;
import org.turno.acd.journal.JournalReader;
import org.turno.acd.journal.SnapshotCodec;

/**
 * Cuts the files that {@link GoldenJournalTest} reads, once for each released format. By its name
 * no ordinary run of the tests finds it.
 */
final class GoldenCut {
  private static final EntryCodec CODEC = new EntryCodec();
  private static final SnapshotCodec<StateImage> SNAPSHOTS = new SnapshotCodec<>(StateImage.class);

  @Test
  void cuts() throws IOException {
    String from =
        requireNonNull(System.getProperty("turno.golden.from"), "say -Dturno.golden.from=JOURNAL");
    List<String> day = new ArrayList<>();
    AcdState state = new AcdState();
    List<String> snapshot = new ArrayList<>();
    try (JournalReader reader = JournalReader.open(Path.of(from))) {
      while (day.size() < GoldenJournalTest.DAY_ENTRIES) {
        Entry entry = reader.next();
        day.add(new String(CODEC.encode(entry), StandardCharsets.UTF_8));
        state.apply(entry);
        if (day.size() == GoldenJournalTest.DAY_ENTRIES / 2) {
          byte[] taken = SNAPSHOTS.encode(state.seq(), StateImage.of(state));
          snapshot.add(new String(taken, StandardCharsets.UTF_8));
        }
      }
    }
    List<String> vocabulary = new ArrayList<>();
    Arbitrary arbitrary = new Arbitrary(1);
    for (int i = 1; i <= GoldenJournalTest.ARBITRARY_ENTRIES; i++) {
      vocabulary.add(
          new String(
              CODEC.encode(arbitrary.entry(i, 1_800_000_000_000L + i)), StandardCharsets.UTF_8));
    }
    write(GoldenJournalTest.name(EntryCodec.VERSION, "day"), day);
    write(GoldenJournalTest.name(EntryCodec.VERSION, "vocabulary"), vocabulary);
    write(GoldenJournalTest.name(SnapshotCodec.VERSION, "snapshot"), snapshot);
  }

  private static void write(String name, List<String> lines) throws IOException {
    Path folder = Path.of("src/test/resources/org/turno/acd/recovery");
    Files.createDirectories(folder);
    try (Writer out =
        new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(folder.resolve(name))),
            StandardCharsets.UTF_8)) {
      for (String line : lines) {
        out.write(line);
        out.write('\n');
      }
    }
  }
}
