package org.turno.acd.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        .indexOf("{\"v\":1,\"seq\":" + seq + ",");
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
    overwrite(5, 0, "{\"v\":1,\"seq\":7,");
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
  void aJournalWhoseLastEntryIsDamagedIsNotWrittenTo() throws Exception {
    overwrite(9, 20, "\0\0\0\0\0\0");
    ChronicleJournalTest.assertFails(
        "the first document is damaged", () -> ChronicleJournal.open(folder, Sync.NONE).close());
  }
}
