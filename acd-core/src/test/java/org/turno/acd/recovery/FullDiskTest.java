package org.turno.acd.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
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
import org.turno.acd.engine.Sequencer;
import org.turno.acd.engine.SequencerObserver;
import org.turno.acd.input.AdminInput;
import org.turno.acd.journal.ChronicleJournal;
import org.turno.acd.journal.Sync;

/** A real file system that fills up under a running Sequencer, where this user may mount one. */
final class FullDiskTest {
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(30);

  @TempDir private Path mount;
  private SmallDisk disk;

  @BeforeEach
  void mountASmallDisk() {
    disk = SmallDisk.inMemory(mount);
  }

  @AfterEach
  void unmount() {
    if (disk != null) {
      disk.close();
    }
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

  @Test
  void aFullDiskStopsDecisionsAndTheyGoOnWhenThereIsRoom() throws Exception {
    try (ChronicleJournal journal = ChronicleJournal.open(mount.resolve("journal"), Sync.BATCH)) {
      DecisionLoop loop = new DecisionLoop(new AcdCore(new AcdState()), journal, effect -> {});
      try (Sequencer sequencer = new Sequencer(loop, EngineClock.system(), NOBODY, 64)) {
        sequencer.start();
        Entry first =
            sequencer.submit(new AdminInput.JournalStarted("full")).toCompletableFuture().join();
        assertEquals(1, first.seq());
        Path filler = disk.fill(100L << 20);
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
    assertThrows(IOException.class, () -> disk.fill(200L << 20));
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

  static final SequencerObserver NOBODY =
      new SequencerObserver() {
        @Override
        public void decided(Entry entry, long nanos) {}

        @Override
        public void halted(Throwable why) {}
      };
}
