package org.turno.acd.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turno.acd.engine.AcdCore;
import org.turno.acd.engine.AcdState;
import org.turno.acd.engine.DecisionLoop;
import org.turno.acd.engine.EngineClock;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.Journal;
import org.turno.acd.engine.JournalException;
import org.turno.acd.engine.Sequencer;
import org.turno.acd.engine.SequencerObserver;
import org.turno.acd.input.AdminInput;
import org.turno.acd.journal.ChronicleJournal;
import org.turno.acd.journal.Sync;

/** Real file systems that fill up, are read-only or answer late, where this user may mount one. */
final class BadDiskTest {
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(30);

  @TempDir private Path mount;
  private boolean mounted;

  @BeforeEach
  void mountASmallDisk() throws Exception {
    mounted = run("mount", "-t", "tmpfs", "-o", "size=160m", "turno-test", mount.toString()) == 0;
    assumeTrue(mounted, "only root may mount a file system");
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      assertEquals(0, run("umount", "-l", mount.toString()));
    }
  }

  private static int run(String... command) throws Exception {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
  }

  private static void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + LIMIT_NANOS;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        fail("in vain: " + what);
      }
      Thread.onSpinWait();
    }
  }

  private Path fill(long bytes) throws IOException {
    Path filler = mount.resolve("filler");
    byte[] block = new byte[1 << 20];
    try (OutputStream out = Files.newOutputStream(filler)) {
      for (long written = 0; written < bytes; written += block.length) {
        out.write(block);
      }
    }
    return filler;
  }

  @Test
  void aFullDiskStopsDecisionsAndTheyGoOnWhenThereIsRoom() throws Exception {
    try (ChronicleJournal journal = ChronicleJournal.open(mount.resolve("journal"), Sync.BATCH)) {
      DecisionLoop loop = new DecisionLoop(new AcdCore(new AcdState()), journal, effect -> {});
      try (Sequencer sequencer = new Sequencer(loop, EngineClock.system(), NOBODY, 64)) {
        sequencer.start();
        Entry first =
            sequencer.submit(new AdminInput.JournalStarted("full")).toCompletableFuture().join();
        assertEquals(1, first.seq());
        Path filler = fill(100L << 20);
        await("it stops deciding", () -> !sequencer.deciding());
        CompletionException refused =
            assertThrows(
                CompletionException.class,
                () -> sequencer.submit(new AdminInput.Restarted()).toCompletableFuture().join());
        assertTrue(String.valueOf(refused.getMessage()).contains("disk"), refused.toString());
        assertTrue(sequencer.offer(new AdminInput.Restarted()), "facts wait");
        assertEquals(1, journal.lastSeq());
        Files.delete(filler);
        await("it goes on", sequencer::deciding);
        Entry next = sequencer.submit(new AdminInput.Restarted()).toCompletableFuture().join();
        assertEquals(3, next.seq());
      }
    }
  }

  @Test
  void aSnapshotThatFindsNoRoomHarmsNothing() throws Exception {
    Path folder = mount.resolve("journal");
    try (DailyJournal journal = new DailyJournal(folder)) {
      journal.calls(200);
    }
    Snapshotter.Rules rules = new Snapshotter.Rules(50, 0);
    assertThrows(IOException.class, () -> fill(200L << 20));
    try (Snapshotter snapshotter = new Snapshotter(folder, rules, 203, () -> 0)) {
      snapshotter.start();
    }
    assertEquals(203, Recovery.upTo(folder, 203).state().seq());
    Files.delete(mount.resolve("filler"));
    try (Snapshotter snapshotter = new Snapshotter(folder, rules, 203, () -> 0)) {
      snapshotter.start();
    }
    assertEquals(203, Recovery.upTo(folder, 203).snapshotSeq());
    assertFalse(Files.exists(mount.resolve("filler")));
  }

  @Test
  void aDiskThatBecameReadOnlyRefusesTheStartAndKeepsWhatIsThere() throws Exception {
    Path folder = mount.resolve("journal");
    try (DailyJournal journal = new DailyJournal(folder)) {
      journal.calls(20);
    }
    assertEquals(0, run("mount", "-o", "remount,ro", mount.toString()));
    JournalException refused =
        assertThrows(
            JournalException.class, () -> ChronicleJournal.open(folder, Sync.NONE).close());
    assertTrue(
        String.valueOf(refused.getMessage()).contains("cannot be opened for writing"),
        refused.toString());
    assertEquals(0, run("mount", "-o", "remount,rw", mount.toString()));
    try (DailyJournal journal = new DailyJournal(folder)) {
      assertEquals(23, journal.seq());
      journal.calls(1);
    }
  }

  /** Decides nothing while the disk does not answer, says so, and loses nothing. */
  @Test
  void aDiskThatAnswersLateHoldsDecisionsUpAndNothingElse() throws Exception {
    try (ChronicleJournal real = ChronicleJournal.open(mount.resolve("journal"), Sync.BATCH)) {
      CountDownLatch answers = new CountDownLatch(1);
      DecisionLoop loop =
          new DecisionLoop(new AcdCore(new AcdState()), forcedLate(real, answers), effect -> {});
      try (Sequencer sequencer = new Sequencer(loop, EngineClock.system(), NOBODY, 64)) {
        sequencer.start();
        var first = sequencer.submit(new AdminInput.JournalStarted("slow")).toCompletableFuture();
        await("it stops deciding", () -> !sequencer.deciding());
        assertFalse(first.isDone(), "nothing is told before it is on the disk");
        var next = sequencer.submit(new AdminInput.Restarted()).toCompletableFuture();
        answers.countDown();
        assertEquals(1, first.join().seq());
        assertEquals(2, next.join().seq());
        await("it goes on", sequencer::deciding);
      }
      assertEquals(2, real.lastSeq());
    }
  }

  private static Journal forcedLate(ChronicleJournal real, CountDownLatch answers) {
    return new Journal() {
      @Override
      public void append(Entry entry) {
        real.append(entry);
      }

      @Override
      public void commit() {
        try {
          answers.await();
        } catch (InterruptedException e) {
          throw new JournalException("interrupted", e);
        }
        real.commit();
      }

      @Override
      public int batch() {
        return real.batch();
      }

      @Override
      public void close() {
        real.close();
      }
    };
  }

  private static final SequencerObserver NOBODY =
      new SequencerObserver() {
        @Override
        public void decided(Entry entry, long nanos) {}

        @Override
        public void halted(Throwable why) {}
      };
}
