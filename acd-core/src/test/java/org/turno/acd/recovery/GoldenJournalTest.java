package org.turno.acd.recovery;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.turno.acd.engine.AcdState;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.StateImage;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.journal.Arbitrary;
import org.turno.acd.journal.EntryCodec;
import org.turno.acd.journal.SnapshotCodec;

/**
 * Journals and snapshots that earlier versions wrote, kept as they were: each version must read
 * them for ever. A file here is never changed. When a format is released, its files are cut by the
 * two commands below, and {@link #RELEASED} becomes its version.
 *
 * <pre>turno demo --journal DIR, for some minutes of real time
 * mvn test -pl acd-core -Dtest=GoldenCut -Dturno.golden.from=DIR</pre>
 */
final class GoldenJournalTest {
  private static final EntryCodec CODEC = new EntryCodec();
  private static final SnapshotCodec<StateImage> SNAPSHOTS = new SnapshotCodec<>(StateImage.class);

  /** The newest version that was ever released; 0 before the first release. */
  private static final int RELEASED = 0;

  static final int DAY_ENTRIES = 4_000;
  static final int ARBITRARY_ENTRIES = 400;

  static String name(int version, String what) {
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
}
