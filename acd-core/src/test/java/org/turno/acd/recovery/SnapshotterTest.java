package org.turno.acd.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turno.acd.engine.JournalException;
import org.turno.acd.engine.StateImage;
import org.turno.acd.journal.ForeignSnapshotException;
import org.turno.acd.journal.JournalDays;
import org.turno.acd.journal.JournalReader;
import org.turno.acd.journal.SnapshotCodec;
import org.turno.acd.journal.SnapshotStore;

/** Snapshots beside a journal on a real disk, and what recovery makes of them. */
final class SnapshotterTest {
  @TempDir private Path folder;

  private void snapshots(int every, int keepDays, long passed) {
    long lastSeq;
    try (JournalReader reader = JournalReader.open(folder)) {
      lastSeq = reader.lastSeq();
    }
    try (Snapshotter snapshotter =
        new Snapshotter(folder, new Snapshotter.Rules(every, keepDays), lastSeq, () -> passed)) {
      snapshotter.start();
    }
  }

  private List<Path> files(String kind) throws IOException {
    try (Stream<Path> found = Files.list(folder.resolve(SnapshotStore.FOLDER))) {
      return found
          .filter(file -> String.valueOf(file.getFileName()).startsWith(kind))
          .sorted()
          .toList();
    }
  }

  private long writeThreeDays() {
    try (DailyJournal journal = new DailyJournal(folder)) {
      journal.calls(40);
      journal.nextDay();
      journal.calls(40);
      journal.nextDay();
      journal.calls(40);
      return journal.seq();
    }
  }

  private void recoversLikeTheWholeJournal(long seq, long fromSnapshot) {
    Recovery.Recovered recovered = Recovery.upTo(folder, seq);
    assertEquals(fromSnapshot, recovered.snapshotSeq());
    try (JournalReader reader = JournalReader.open(folder, 1)) {
      assertEquals(StateGraph.of(Recovery.recover(reader)), StateGraph.of(recovered.state()));
    }
  }

  @Test
  void recoveryBeginsWithTheNewestSnapshotAndEndsWhereTheJournalDoes() {
    long seq = writeThreeDays();
    snapshots(25, 0, 0);
    recoversLikeTheWholeJournal(seq, seq);
    try (DailyJournal journal = new DailyJournal(folder)) {
      journal.calls(5);
    }
    recoversLikeTheWholeJournal(seq + 5, seq);
  }

  @Test
  void aDamagedSnapshotIsPassedOverForTheOneBefore() throws IOException {
    long seq = writeThreeDays();
    snapshots(25, 0, 0);
    List<Path> states = files("state-");
    assertEquals(Snapshotter.KEPT, states.size());
    byte[] whole = Files.readAllBytes(states.getLast());
    byte[] changed = whole.clone();
    changed[whole.length / 2] ^= 1;
    Files.write(states.getLast(), changed);
    recoversLikeTheWholeJournal(seq, 100);
    Files.writeString(states.getLast(), "");
    recoversLikeTheWholeJournal(seq, 100);
    Files.write(states.get(1), java.util.Arrays.copyOf(whole, 100));
    recoversLikeTheWholeJournal(seq, 83);
  }

  @Test
  void aSnapshotThatOnlyALaterTurnoReadsIsPassedOverAndKeptForIt() throws IOException {
    long seq = writeThreeDays();
    snapshots(25, 0, 0);
    Path newest = files("state-").getLast();
    String whole = Files.readString(newest);
    String now = "{\"v\":" + SnapshotCodec.VERSION;
    assertTrue(whole.startsWith(now));
    String later =
        "{\"v\":" + (SnapshotCodec.VERSION + 1) + ",\"mood\":1" + whole.substring(now.length());
    Files.writeString(newest, later);
    recoversLikeTheWholeJournal(seq, 100);
    assertEquals(later, Files.readString(newest));
    assertThrows(
        ForeignSnapshotException.class,
        () ->
            new SnapshotCodec<>(StateImage.class)
                .decode(seq, Files.readAllBytes(newest))
                .restore());
  }

  @Test
  void whatAKilledSnapshotterLeftBehindDisturbsNobody() throws IOException {
    long seq = writeThreeDays();
    snapshots(25, 0, 0);
    Path half = folder.resolve(SnapshotStore.FOLDER).resolve("state-0000000000000000999.json.tmp");
    Files.writeString(half, "{\"v\":1,");
    recoversLikeTheWholeJournal(seq, seq);
    snapshots(25, 0, 0);
  }

  @Test
  void aSnapshotOfEntriesThatTheJournalLostIsPassedOverAndRemoved() throws IOException {
    long seq = writeThreeDays();
    snapshots(25, 0, 0);
    Path ahead = folder.resolve(SnapshotStore.FOLDER).resolve("state-0000000000000000999.json");
    Files.copy(files("state-").getLast(), ahead);
    recoversLikeTheWholeJournal(seq, seq);
    snapshots(25, 0, 0);
    assertFalse(Files.exists(ahead));
  }

  @Test
  void oldDaysGoWhenSnapshotsAndReadersArePastThemAndTheRestStillRecoversAndVerifies() {
    long seq = writeThreeDays();
    snapshots(10, 0, 0);
    try (DailyJournal journal = new DailyJournal(folder)) {
      journal.nextDay();
      journal.calls(40);
      assertEquals(seq + 40, journal.seq());
    }
    snapshots(10, 1, 20);
    assertEquals(1, JournalDays.of(folder).firstSeq(), "a reader is not past the first day");

    try (DailyJournal journal = new DailyJournal(folder)) {
      journal.nextDay();
      journal.calls(40);
    }
    snapshots(10, 1, Long.MAX_VALUE);
    long first = JournalDays.of(folder).firstSeq();
    assertEquals(seq + 1, first, "yesterday and today are kept");
    assertThrows(JournalException.class, () -> JournalReader.open(folder, 1).close());
    assertEquals(seq + 80, Recovery.upTo(folder, seq + 80).state().seq());
    try (JournalReader reader = JournalReader.open(folder, first)) {
      assertNull(Verification.verify(Recovery.upTo(folder, first - 1).state(), reader, s -> {}));
    }
  }

  @Test
  void nothingIsRemovedWhereTheSnapshotToBeginWithIsDamaged() throws IOException {
    writeThreeDays();
    snapshots(10, 0, 0);
    for (Path day : files("day-")) {
      Files.writeString(day, "no longer a snapshot");
    }
    try (DailyJournal journal = new DailyJournal(folder)) {
      journal.nextDay();
      journal.calls(10);
    }
    snapshots(10, 1, Long.MAX_VALUE);
    assertTrue(JournalDays.of(folder).firstSeq() <= 84);
  }
}
