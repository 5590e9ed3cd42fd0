package org.turno.acd.recovery;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.turno.acd.engine.AcdState;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.StateImage;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.journal.Arbitrary;
import org.turno.acd.journal.EntryCodec;
import org.turno.acd.journal.JournalReader;
import org.turno.acd.journal.SnapshotCodec;

/**
 * Journals and snapshots that earlier versions wrote, kept as they were: each version must read
 * them for ever. A file here is never changed. When a format is released, its files are cut by the
 * two commands below, and {@link #RELEASED} becomes its version.
 *
 * <pre>turno demo --journal DIR, for some minutes of real time
 * mvn test -pl acd-core -Dtest=GoldenJournalTest -Dturno.golden.from=DIR</pre>
 */
final class GoldenJournalTest {
  private static final EntryCodec CODEC = new EntryCodec();
  private static final SnapshotCodec<StateImage> SNAPSHOTS = new SnapshotCodec<>(StateImage.class);

  /** The newest version that was ever released; 0 before the first release. */
  private static final int RELEASED = 0;

  private static final int DAY_ENTRIES = 4_000;
  private static final int ARBITRARY_ENTRIES = 400;

  private static String name(int version, String what) {
    return "golden-v" + version + "-" + what + ".gz";
  }

  private static List<byte[]> lines(int version, String what) throws IOException {
    String name = name(version, what);
    try (InputStream file = GoldenJournalTest.class.getResourceAsStream(name)) {
      assertNotNull(file, name + " is missing: this class says how to cut it");
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(
                  new GZIPInputStream(requireNonNull(file)), StandardCharsets.UTF_8));
      return lines.lines().map(line -> line.getBytes(StandardCharsets.UTF_8)).toList();
    }
  }

  @Test
  void everyRecordThatAnyVersionWroteIsRead() throws IOException {
    for (int version = 1; version <= RELEASED; version++) {
      List<byte[]> lines = lines(version, "vocabulary");
      assertEquals(ARBITRARY_ENTRIES, lines.size());
      for (byte[] line : lines) {
        Entry entry = CODEC.decode(line);
        assertEquals(entry, CODEC.decode(CODEC.encode(entry)));
      }
    }
  }

  @Test
  void aLaterVersionsFieldsDoNotDisturb() {
    Arbitrary arbitrary = new Arbitrary(2);
    for (int seq = 1; seq <= ARBITRARY_ENTRIES; seq++) {
      Entry entry = arbitrary.entry(seq, 1_800_000_000_000L + seq);
      String text = new String(CODEC.encode(entry), StandardCharsets.UTF_8);
      String more = text.replace("\"type\":", "\"later\":{\"x\":[1,{}]},\"type\":");
      assertEquals(entry, CODEC.decode(more.getBytes(StandardCharsets.UTF_8)), more);
    }
  }

  @Test
  void aDayThatAnyVersionLivedIsRecovered() throws IOException {
    for (int version = 1; version <= RELEASED; version++) {
      List<Entry> entries = new ArrayList<>();
      for (byte[] line : lines(version, "day")) {
        entries.add(CODEC.decode(line));
      }
      AcdState state = Recovery.recover(entries.iterator());
      assertEquals(DAY_ENTRIES, state.seq());
      assertEquals(
          entries.stream()
              .flatMap(entry -> entry.events().stream())
              .filter(ContactEvent.Arrived.class::isInstance)
              .count(),
          state.contactCount());
      assertTrue(state.contactCount() > 100);
    }
  }

  @Test
  void aSnapshotThatAnyVersionTookIsRestoredAndGoesOn() throws IOException {
    for (int version = 1; version <= RELEASED; version++) {
      List<byte[]> snapshot = lines(version, "snapshot");
      byte[] bytes =
          (new String(snapshot.get(0), StandardCharsets.UTF_8)
                  + "\n"
                  + new String(snapshot.get(1), StandardCharsets.UTF_8))
              .getBytes(StandardCharsets.UTF_8);
      AcdState state = SNAPSHOTS.decode(DAY_ENTRIES / 2, bytes).restore();
      for (byte[] line : lines(version, "day").subList(DAY_ENTRIES / 2, DAY_ENTRIES)) {
        state.apply(CODEC.decode(line));
      }
      assertEquals(DAY_ENTRIES, state.seq());
      assertTrue(state.contactCount() > 100);
    }
  }

  @Test
  void cut() throws IOException {
    String from = System.getProperty("turno.golden.from");
    assumeTrue(from != null, "cuts new files only when told from where");
    List<String> day = new ArrayList<>();
    AcdState state = new AcdState();
    List<String> snapshot = new ArrayList<>();
    try (JournalReader reader = JournalReader.open(Path.of(requireNonNull(from)))) {
      while (day.size() < DAY_ENTRIES) {
        Entry entry = reader.next();
        day.add(new String(CODEC.encode(entry), StandardCharsets.UTF_8));
        state.apply(entry);
        if (day.size() == DAY_ENTRIES / 2) {
          byte[] taken = SNAPSHOTS.encode(state.seq(), StateImage.of(state));
          snapshot.add(new String(taken, StandardCharsets.UTF_8));
        }
      }
    }
    List<String> vocabulary = new ArrayList<>();
    Arbitrary arbitrary = new Arbitrary(1);
    for (int i = 1; i <= ARBITRARY_ENTRIES; i++) {
      vocabulary.add(
          new String(
              CODEC.encode(arbitrary.entry(i, 1_800_000_000_000L + i)), StandardCharsets.UTF_8));
    }
    write(name(EntryCodec.VERSION, "day"), day);
    write(name(EntryCodec.VERSION, "vocabulary"), vocabulary);
    write(name(SnapshotCodec.VERSION, "snapshot"), snapshot);
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
