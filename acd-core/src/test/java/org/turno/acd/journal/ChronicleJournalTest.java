package org.turno.acd.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turno.acd.engine.Entry;

final class ChronicleJournalTest {
  @TempDir private Path folder;

  private static List<Entry> readAll(Path folder, long from) {
    List<Entry> entries = new ArrayList<>();
    try (JournalReader reader = JournalReader.open(folder, from)) {
      reader.forEachRemaining(entries::add);
    }
    return entries;
  }

  @Test
  void whatWasAppendedIsReadBackInOrderAndCanBeAppendedTo() {
    Arbitrary arbitrary = new Arbitrary(1);
    List<Entry> written = new ArrayList<>();
    for (int part = 0; part < 3; part++) {
      try (ChronicleJournal journal = ChronicleJournal.open(folder)) {
        assertEquals(written.size(), journal.lastSeq());
        for (int i = 0; i < 300; i++) {
          Entry entry = arbitrary.entry(journal.lastSeq() + 1, 1_790_000_000_000L + written.size());
          journal.append(entry);
          written.add(entry);
        }
      }
    }
    assertEquals(written, readAll(folder, 1));
    assertEquals(written.subList(449, 900), readAll(folder, 450));
    assertEquals(List.of(), readAll(folder, 901));
  }

  @Test
  void aTailerSeesWhatIsAppendedOverTheEndsOfFiles() {
    Arbitrary arbitrary = new Arbitrary(2);
    long day = 24L * 60 * 60 * 1000;
    try (ChronicleJournal journal = ChronicleJournal.open(folder);
        JournalTailer tailer = JournalTailer.open(folder, 1)) {
      assertNull(tailer.poll());
      for (long seq = 1; seq < 100; seq++) {
        Entry entry = arbitrary.entry(seq, 1_790_000_000_000L + seq * day / 7);
        journal.append(entry);
        @Nullable Entry seen = tailer.poll();
        assertEquals(entry, seen);
        assertNull(tailer.poll());
      }
    }
  }
}
