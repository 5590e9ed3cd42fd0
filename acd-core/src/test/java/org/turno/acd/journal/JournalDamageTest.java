package org.turno.acd.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turno.acd.engine.AcdState;
import org.turno.acd.engine.StateImage;

/** What people find who look at a journal after an accident. */
final class JournalDamageTest {
  @TempDir private Path folder;

  @BeforeEach
  void writeThreeDays() {
    try (ChronicleJournal journal = ChronicleJournal.open(folder, Sync.NONE)) {
      for (long seq = 1; seq <= 9; seq++) {
        journal.append(Entries.daily(seq));
      }
    }
  }

  private Path fileOf(long seq) throws Exception {
    for (Path file : JournalFolder.dayFiles(folder).values()) {
      if (positionOf(file, seq) >= 0) {
        return file;
      }
    }
    throw new AssertionError("no file holds entry " + seq);
  }

  private static int positionOf(Path file, long seq) throws Exception {
    return new String(Files.readAllBytes(file), ISO_8859_1)
        .indexOf("{\"v\":2,\"seq\":" + seq + ",");
  }

  private void overwrite(long seq, int offset, String with) throws Exception {
    Path file = fileOf(seq);
    try (FileChannel handle = FileChannel.open(file, StandardOpenOption.WRITE)) {
      handle.write(ByteBuffer.wrap(with.getBytes(ISO_8859_1)), positionOf(file, seq) + offset);
    }
  }

  private void assertReadFails(String saying) {
    ChronicleJournalTest.assertFails(saying, () -> Entries.read(folder, 1));
  }

  @Test
  void aDamagedDocumentIsNamedByItsFileAndPlace() throws Exception {
    overwrite(5, 20, "\0\0\0\0\0\0");
    String file = String.valueOf(fileOf(5).getFileName());
    assertReadFails("file " + file + ", index 0x");
    assertReadFails("the document after entry 4 is damaged");
    assertReadFails("Put this file back from a copy");
    assertEquals(2, Entries.read(folder, 8).size());
  }

  @Test
  void anEntryOfTheWrongNumberIsNamed() throws Exception {
    overwrite(5, 0, "{\"v\":2,\"seq\":7,");
    assertReadFails("entry 5 is due and entry 7 is there");
  }

  @Test
  void aMissingFileInTheMiddleIsNoticed() throws Exception {
    Files.delete(fileOf(5));
    assertReadFails("is due and entry");
  }

  @Test
  void aMissingFirstFileIsNoticedWhenItsEntriesAreAskedFor() throws Exception {
    Files.delete(fileOf(1));
    assertReadFails("the journal in " + folder + " begins with entry");
  }

  @Test
  void aTornLastEntryIsCutOffAndTheJournalGoesOn() throws Exception {
    overwrite(9, 20, "\0\0\0\0\0\0");
    try (ChronicleJournal journal = ChronicleJournal.open(folder, Sync.NONE)) {
      assertEquals(8, journal.lastSeq());
      journal.append(Entries.daily(9));
    }
    assertEquals(9, Entries.read(folder, 1).size());
    assertEquals(List.of(Entries.daily(9)), Entries.read(folder, 9));
    try (ChronicleJournal journal = ChronicleJournal.open(folder, Sync.NONE)) {
      journal.append(Entries.daily(10));
    }
    assertEquals(10, Entries.read(folder, 1).size());
  }

  @Test
  void aLastFileWithoutAnythingWholeIsSetAside() throws Exception {
    for (long seq = 7; seq <= 9; seq++) {
      if (fileOf(seq).equals(fileOf(9))) {
        overwrite(seq, 20, "\0\0\0\0\0\0");
      }
    }
    long last;
    try (ChronicleJournal journal = ChronicleJournal.open(folder, Sync.NONE)) {
      last = journal.lastSeq();
      journal.append(Entries.daily(last + 1));
      journal.append(Entries.daily(last + 2));
    }
    assertEquals(last + 2, Entries.read(folder, 1).size());
  }

  @Test
  void damageInTheMiddleStopsTheStartOnlyWhereNoSnapshotIsBehindIt() throws Exception {
    overwrite(5, 20, "\0\0\0\0\0\0");
    Damage damage = JournalRepair.needed(folder);
    assertNotNull(damage);
    assertEquals(4, damage.lastGoodSeq());
    assertEquals(fileOf(5), damage.file());
    assertEquals(4, damage.readable());
    assertEquals(6, damage.firstSeqBehind());
    assertEquals(9, damage.lastSeqBehind());
    assertFalse(damage.tornEnd());
    SnapshotStore.states(folder).write(6, StateImage.of(new AcdState()));
    assertNull(JournalRepair.needed(folder));
    assertNotNull(JournalRepair.anywhere(folder));
  }

  @Test
  void repairKeepsWhatIsWholeAndSetsTheRestAside() throws Exception {
    overwrite(5, 20, "\0\0\0\0\0\0");
    SnapshotStore.of(folder, "figures", StateImage.class).write(7, StateImage.of(new AcdState()));
    Damage damage = requireNonNull(JournalRepair.needed(folder));
    JournalRepair.cut(folder, damage);
    assertEquals(4, Entries.read(folder, 1).size());
    assertNull(JournalRepair.anywhere(folder));
    assertTrue(SnapshotStore.of(folder, "figures", StateImage.class).seqs().isEmpty());
    try (Stream<Path> files = Files.list(folder)) {
      assertTrue(files.anyMatch(file -> file.toString().endsWith(".damaged")));
    }
    try (ChronicleJournal journal = ChronicleJournal.open(folder, Sync.NONE)) {
      assertEquals(4, journal.lastSeq());
      for (long seq = 5; seq <= 12; seq++) {
        journal.append(Entries.daily(seq));
      }
    }
    assertEquals(12, Entries.read(folder, 1).size());
  }

  @Test
  void whatALaterVersionWroteBesidesIsKeptByARepair() throws Exception {
    String later = "\"reason\":\"\",\"x\":1";
    overwrite(2, document(2).lastIndexOf("\"reason\":\"coffee\""), later);
    assertEquals(9, Entries.read(folder, 1).size());
    overwrite(5, 20, "\0\0\0\0\0\0");
    assertTrue(document(2).contains(later), document(2));
    JournalRepair.cut(folder, requireNonNull(JournalRepair.needed(folder)));
    assertTrue(document(2).contains(later), document(2));
  }

  private String document(long seq) {
    StringBuilder found = new StringBuilder();
    new JournalDump(folder, new JournalDump.Selection(seq, seq, null))
        .json(text -> found.append(text) != null);
    return found.toString();
  }

  @Test
  void aMissingFileIsDamageToo() throws Exception {
    Files.delete(fileOf(5));
    Damage damage = requireNonNull(JournalRepair.needed(folder));
    assertTrue(damage.what().contains("is due and entry"), damage.what());
    JournalRepair.cut(folder, damage);
    assertEquals(damage.lastGoodSeq(), Entries.read(folder, 1).size());
  }

  @Test
  void repairRefusesWhileTurnoWrites() throws Exception {
    overwrite(5, 20, "\0\0\0\0\0\0");
    Damage damage = requireNonNull(JournalRepair.needed(folder));
    try (ChronicleJournal _ = ChronicleJournal.open(folder, Sync.NONE)) {
      ChronicleJournalTest.assertFails(
          "is being written by", () -> JournalRepair.cut(folder, damage));
    }
  }
}
