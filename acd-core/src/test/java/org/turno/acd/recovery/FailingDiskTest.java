package org.turno.acd.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turno.acd.engine.AcdCore;
import org.turno.acd.engine.AcdState;
import org.turno.acd.engine.DecisionLoop;
import org.turno.acd.engine.EngineClock;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.JournalException;
import org.turno.acd.engine.Sequencer;
import org.turno.acd.input.AdminInput;
import org.turno.acd.journal.ChronicleJournal;
import org.turno.acd.journal.JournalReader;
import org.turno.acd.journal.Sync;

/** A real disk that hangs, fails or takes no writes, under a real journal. */
final class FailingDiskTest {
  @TempDir private Path folder;
  private SmallDisk disk;
  private Path journal;

  @BeforeEach
  void mount() throws Exception {
    Path mount = Files.createDirectory(folder.resolve("mount"));
    disk = SmallDisk.ofFile(folder.resolve("image"), mount);
    journal = mount.resolve("journal");
  }

  @AfterEach
  void unmount() {
    if (disk != null) {
      disk.close();
    }
  }

  private static Sequencer started(ChronicleJournal journal, AcdState state) {
    DecisionLoop loop = new DecisionLoop(new AcdCore(state), journal, effect -> {});
    Sequencer sequencer = new Sequencer(loop, EngineClock.system(), FullDiskTest.NOBODY, 64);
    sequencer.start();
    return sequencer;
  }

  private static CompletableFuture<Entry> restarted(Sequencer sequencer) {
    return sequencer.submit(new AdminInput.Restarted()).toCompletableFuture();
  }

  private long entries() {
    try (JournalReader reader = JournalReader.open(journal)) {
      return Recovery.recover(reader).seq();
    }
  }

  @Test
  void whileTheDiskHangsNothingIsAcknowledgedAndAfterwardsItGoesOn() throws Exception {
    Path over = folder.resolve("over");
    try (ChronicleJournal written = ChronicleJournal.open(journal, Sync.BATCH);
        Sequencer sequencer = started(written, new AcdState())) {
      sequencer.submit(new AdminInput.JournalStarted("hangs")).toCompletableFuture().join();
      disk.hang(4, over);
      CompletableFuture<Entry> reply = restarted(sequencer);
      boolean saidSo = false;
      while (!reply.isDone()) {
        saidSo |= !sequencer.deciding();
        Thread.onSpinWait();
      }
      assertTrue(Files.exists(over), "an entry was acknowledged before the disk had it");
      assertTrue(saidSo, "the dead man's switches were not let go");
      assertEquals(2, reply.join().seq());
      assertEquals(3, restarted(sequencer).join().seq());
      assertTrue(sequencer.deciding());
    }
    assertEquals(3, entries());
  }

  @Test
  void aDiskThatFailsStopsTurnoAndWhatWasAcknowledgedIsThereAfterwards() throws Exception {
    long acknowledged;
    try (ChronicleJournal written = ChronicleJournal.open(journal, Sync.ALWAYS);
        Sequencer sequencer = started(written, new AcdState())) {
      sequencer.submit(new AdminInput.JournalStarted("fails")).toCompletableFuture().join();
      acknowledged = restarted(sequencer).join().seq();
      disk.fail();
      CompletionException refused =
          assertThrows(
              CompletionException.class,
              () -> {
                while (true) {
                  restarted(sequencer).join();
                }
              });
      assertTrue(String.valueOf(refused.getMessage()).contains("disk"), refused.toString());
      assertFalse(sequencer.deciding());
    }
    assertTrue(entries() >= acknowledged);
  }

  @Test
  void aDiskThatTakesNoWritesRefusesTheStartAndCanBeReadAllTheSame() throws Exception {
    try (DailyJournal written = new DailyJournal(journal)) {
      written.calls(20);
    }
    long entries = entries();
    Path view = Files.createDirectory(folder.resolve("view"));
    try (SmallDisk _ = disk.readOnly(view)) {
      Path readable = view.resolve("journal");
      JournalException refusal =
          assertThrows(
              JournalException.class, () -> ChronicleJournal.open(readable, Sync.NONE).close());
      assertTrue(
          String.valueOf(refusal.getMessage()).contains("cannot be opened for writing"),
          refusal.getMessage());
      assertEquals(entries, Recovery.upTo(readable, entries).state().seq());
    }
    try (ChronicleJournal again = ChronicleJournal.open(journal, Sync.NONE)) {
      assertEquals(entries, again.lastSeq());
    }
  }
}
