package org.turno.acd.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.JournalException;

final class ChronicleJournalTest {
  @TempDir private Path folder;

  @Test
  void whatWasAppendedIsReadBackInOrderAndCanBeAppendedTo() {
    Arbitrary arbitrary = new Arbitrary(1);
    List<Entry> written = new ArrayList<>();
    for (int part = 0; part < 3; part++) {
      try (ChronicleJournal journal = ChronicleJournal.open(folder, Sync.NONE)) {
        assertEquals(written.size(), journal.lastSeq());
        for (int i = 0; i < 300; i++) {
          Entry entry = arbitrary.entry(written.size() + 1, Entries.START_MS + written.size());
          journal.append(entry);
          written.add(entry);
        }
        assertEquals(Entries.START_MS + written.size() - 1, journal.lastTimeMs());
      }
    }
    assertEquals(written, Entries.read(folder, 1));
    assertEquals(written.subList(449, 900), Entries.read(folder, 450));
    assertEquals(List.of(), Entries.read(folder, 901));
  }

  @Test
  void eachDayOfTheEntriesHasItsFileAndNothingElseIsInTheFolder() throws Exception {
    appendDaily(9);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(
          List.of(
              "20260921F.cq4",
              "20260922F.cq4",
              "20260923F.cq4",
              "20260924F.cq4",
              "journal.lock",
              "metadata.cq4t"),
          files.map(f -> f.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void anyEntryCanBeReadFromAcrossDays() {
    appendDaily(30);
    for (long from = 1; from <= 31; from++) {
      List<Entry> entries = Entries.read(folder, from);
      assertEquals(31 - from, entries.size());
      assertTrue(entries.isEmpty() || entries.get(0).equals(Entries.daily(from)));
    }
  }

  private void appendDaily(long last) {
    try (ChronicleJournal journal = ChronicleJournal.open(folder, Sync.NONE)) {
      for (long seq = 1; seq <= last; seq++) {
        journal.append(Entries.daily(seq));
      }
    }
  }

  @Test
  void aTailerSeesEachEntryAtOnceOverTheEndsOfFiles() {
    try (ChronicleJournal journal = ChronicleJournal.open(folder, Sync.NONE);
        JournalTailer tailer = JournalTailer.open(folder, 1)) {
      assertNull(tailer.poll());
      for (long seq = 1; seq < 60; seq++) {
        journal.append(Entries.daily(seq));
        assertEquals(Entries.daily(seq), tailer.poll());
        assertNull(tailer.poll());
      }
    }
  }

  @Test
  void aTailerCanBeginAtAnEntryThatIsYetToCome() {
    try (ChronicleJournal journal = ChronicleJournal.open(folder, Sync.NONE)) {
      for (long seq = 1; seq < 30; seq++) {
        try (JournalTailer tailer = JournalTailer.open(folder, seq)) {
          assertNull(tailer.poll());
          journal.append(Entries.daily(seq));
          assertEquals(Entries.daily(seq), tailer.poll());
        }
      }
    }
  }

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void aTailerInAnotherThreadGetsEveryEntryInOrder() throws Exception {
    long last = 20_000;
    try (ChronicleJournal journal = ChronicleJournal.open(folder, Sync.NONE)) {
      CompletableFuture<Void> followed = CompletableFuture.runAsync(() -> follow(last));
      for (long seq = 1; seq <= last; seq++) {
        journal.append(Entries.pause(seq, Entries.START_MS + seq * 60_000, "roll"));
      }
      followed.get();
    }
  }

  private void follow(long last) {
    try (JournalTailer tailer = JournalTailer.open(folder, 1)) {
      for (long seq = 1; seq <= last; ) {
        Entry entry = tailer.poll();
        if (entry == null) {
          Thread.onSpinWait();
        } else {
          assertEquals(seq++, entry.seq());
        }
      }
    }
  }

  @Test
  void anEntryThatDoesNotFollowIsRefusedAndNothingMoreIsAccepted() {
    for (Entry wrong :
        List.of(Entries.small(3), Entries.small(1), Entries.pause(2, Entries.START_MS, "before"))) {
      Path own = folder.resolve("refuses-" + wrong.seq() + "-" + wrong.timeMs());
      try (ChronicleJournal journal = ChronicleJournal.open(own, Sync.NONE)) {
        journal.append(Entries.small(1));
        assertFails("cannot follow entry 1", () -> journal.append(wrong));
        assertFails("restart Turno", () -> journal.append(Entries.small(2)));
      }
      assertEquals(List.of(Entries.small(1)), Entries.read(own, 1));
    }
  }

  @Test
  void longEntriesAreKeptAndTooLongOnesRefused() {
    List<Entry> written = new ArrayList<>();
    try (ChronicleJournal journal = ChronicleJournal.open(folder, Sync.NONE)) {
      for (int seq = 1; seq <= 20; seq++) {
        Entry entry = Entries.pause(seq, Entries.START_MS, "x".repeat(1 + seq * 200_000));
        journal.append(entry);
        written.add(entry);
      }
      Entry tooLong = Entries.pause(21, Entries.START_MS, "x".repeat(5_000_000));
      assertFails("split what it holds", () -> journal.append(tooLong));
    }
    assertEquals(written, Entries.read(folder, 1));
  }

  @Test
  void aDiskThatFillsIsNoticedBeforeItIsFull() {
    AtomicLong free = new AtomicLong(DiskRoom.RESERVE_BYTES);
    try (ChronicleJournal journal = ChronicleJournal.open(folder, Sync.NONE, at -> free.get())) {
      Entry big = Entries.pause(1, Entries.START_MS, "x".repeat(700_000));
      journal.append(big);
      free.set(DiskRoom.RESERVE_BYTES - 1);
      Entry next = Entries.pause(2, Entries.START_MS, "x".repeat(700_000));
      assertFails("63 MiB are free", () -> journal.append(next));
    }
    assertFails(
        "free some", () -> ChronicleJournal.open(folder, Sync.NONE, at -> free.get()).close());
    free.set(DiskRoom.RESERVE_BYTES);
    try (ChronicleJournal journal = ChronicleJournal.open(folder, Sync.NONE, at -> free.get())) {
      assertEquals(1, journal.lastSeq());
    }
  }

  @Test
  void syncAndCloseCanBeAskedForAtAnyTime() {
    ChronicleJournal journal = ChronicleJournal.open(folder, Sync.NONE);
    journal.sync();
    for (long seq = 1; seq <= 10; seq++) {
      journal.append(Entries.daily(seq));
      journal.sync();
      journal.sync();
    }
    journal.close();
    journal.close();
    assertFails("restart Turno", () -> journal.append(Entries.daily(11)));
    assertEquals(10, Entries.read(folder, 1).size());
  }

  @Test
  void whereThereIsNoJournalReadingSaysSo() {
    assertFails("there is no journal in", () -> JournalReader.open(folder).close());
    assertFails("there is no journal in", () -> JournalTailer.open(folder, 1).close());
  }

  @Test
  void aFolderThatCannotBeMadeIsExplained() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    assertFails(
        "cannot be opened for writing", () -> ChronicleJournal.open(file, Sync.NONE).close());
  }

  static void assertFails(String saying, Executable what) {
    JournalException failure = assertThrows(JournalException.class, what);
    String message = String.valueOf(failure.getMessage());
    assertTrue(message.contains(saying), message);
  }
}
