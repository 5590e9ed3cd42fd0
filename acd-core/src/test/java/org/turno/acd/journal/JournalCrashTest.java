package org.turno.acd.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.queue.impl.single.TableStoreWriteLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.JournalException;

/** Other processes that write, are killed, and get in the way. */
final class JournalCrashTest {
  @TempDir private Path folder;

  private static List<Entry> smallUpTo(long last) {
    return LongStream.rangeClosed(1, last).mapToObj(Entries::small).toList();
  }

  @Test
  void noEntryThatWasAcknowledgedIsLostWhenTheWriterIsKilled() throws Exception {
    Random random = new Random(12);
    long last = 0;
    for (int round = 0; round < 5; round++) {
      try (JournalChild child = JournalChild.start(JournalChild.Job.APPEND, folder)) {
        String said = child.line();
        for (int lines = random.nextInt(3_000); lines > 0; lines--) {
          said = child.line();
        }
        said = child.kill(said);
        long acknowledged = Long.parseLong(said.substring(0, said.length() - 1));
        assertTrue(acknowledged > last);
        List<Entry> kept = Entries.read(folder, 1);
        // One more may have been written and its word lost.
        assertTrue(kept.size() - acknowledged <= 1, kept.size() + " after " + acknowledged);
        assertEquals(smallUpTo(Math.max(acknowledged, kept.size())), kept);
      }
      try (ChronicleJournal journal = ChronicleJournal.open(folder, Sync.NONE)) {
        last = journal.lastSeq() + 1;
        journal.append(Entries.small(last));
      }
      assertEquals(smallUpTo(last), Entries.read(folder, 1));
    }
  }

  @Test
  void aDocumentCutByTheKillIsDroppedAndTheJournalGoesOn() throws Exception {
    appendUpTo(10);
    cutADocument();
    assertEquals(smallUpTo(10), Entries.read(folder, 1));
    try (JournalTailer tailer = JournalTailer.open(folder, 11)) {
      appendUpTo(20);
      assertEquals(Entries.small(11), tailer.poll());
    }
    assertEquals(smallUpTo(20), Entries.read(folder, 1));
  }

  @Test
  void aDocumentCutByTheKillDoesNotHideTheDaysAfterIt() throws Exception {
    appendUpTo(10);
    cutADocument();
    Entry later = Entries.pause(11, Entries.START_MS + 3 * Entries.DAY_MS, "late");
    try (ChronicleJournal journal = ChronicleJournal.open(folder, Sync.NONE)) {
      journal.append(later);
    }
    assertEquals(List.of(Entries.small(10), later), Entries.read(folder, 10));
  }

  @Test
  void anEmptyJournalThatWasKilledAtItsFirstDocumentOpens() throws Exception {
    cutADocument();
    appendUpTo(3);
    assertEquals(smallUpTo(3), Entries.read(folder, 1));
  }

  @Test
  void aFileCutAtItsBirthDoesNotKeepTheJournalShut() throws Exception {
    appendUpTo(2);
    // The first four bytes of a file whose writer was killed while it wrote the file's header.
    Files.write(folder.resolve("20260922F.cq4"), new byte[] {0, 0, 0, (byte) 0xC0});
    assertEquals(smallUpTo(2), Entries.read(folder, 1));
    appendUpTo(4);
    Entry next = Entries.pause(5, Entries.START_MS + Entries.DAY_MS, "next day");
    try (JournalTailer tailer = JournalTailer.open(folder, 5);
        ChronicleJournal journal = ChronicleJournal.open(folder, Sync.NONE)) {
      journal.append(next);
      assertEquals(next, tailer.poll());
    }
    assertEquals(List.of(Entries.small(4), next), Entries.read(folder, 4));
  }

  private void appendUpTo(long last) {
    try (ChronicleJournal journal = ChronicleJournal.open(folder, Sync.NONE)) {
      for (long seq = journal.lastSeq() + 1; seq <= last; seq++) {
        journal.append(Entries.small(seq));
      }
    }
  }

  private void cutADocument() throws Exception {
    try (JournalChild child = JournalChild.start(JournalChild.Job.BEGIN_A_DOCUMENT, folder)) {
      assertEquals("begun.", child.kill(child.line()));
    }
  }

  @Test
  void aSecondWriterIsRefusedAndToldWhoHasTheJournal() throws Exception {
    try (JournalChild child = JournalChild.start(JournalChild.Job.HOLD, folder)) {
      assertEquals("open at 0.", child.line());
      JournalException refusal =
          assertThrows(
              JournalException.class, () -> ChronicleJournal.open(folder, Sync.NONE).close());
      String message = String.valueOf(refusal.getMessage());
      String host = Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
      assertTrue(message.contains("pid " + child.pid() + " on " + host + ", started "), message);
      assertTrue(message.contains("stop that one first"), message);
      child.kill("");
    }
    appendUpTo(1);
  }

  @Test
  void aSecondWriterInTheSameProcessIsRefusedAndDoesNotBreakTheFirstOnesLock() throws Exception {
    try (ChronicleJournal journal = ChronicleJournal.open(folder, Sync.NONE)) {
      JournalException refusal =
          assertThrows(
              JournalException.class, () -> ChronicleJournal.open(folder, Sync.NONE).close());
      assertTrue(String.valueOf(refusal.getMessage()).contains("this same process"));
      journal.append(Entries.small(1));
      try (JournalChild child = JournalChild.start(JournalChild.Job.HOLD, folder)) {
        assertThrows(NullPointerException.class, child::line, "the other process got in");
      }
    }
    appendUpTo(2);
  }

  @Test
  void aLockLeftByADeadProcessOfTheSamePidDoesNotKeepTheJournalShut() {
    appendUpTo(2);
    SingleChronicleQueueBuilder builder = JournalFolder.queue(folder);
    try (SingleChronicleQueue queue = builder.build()) {
      new TableStoreWriteLock(queue.metaStore(), builder.pauserSupplier(), 0L).lock();
    }
    appendUpTo(4);
    assertEquals(smallUpTo(4), Entries.read(folder, 1));
  }

  @Test
  void aTailerFollowsAWriterInAnotherProcess() throws Exception {
    appendUpTo(1);
    try (JournalTailer tailer = JournalTailer.open(folder, 1);
        JournalChild child = JournalChild.start(JournalChild.Job.APPEND, folder)) {
      for (long seq = 1; seq <= 1_000; seq++) {
        if (seq > 1) {
          assertEquals(seq + ".", child.line());
        }
        assertEquals(Entries.small(seq), tailer.poll());
      }
    }
  }
}
