package org.turno.acd.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.wire.DocumentContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turno.acd.engine.JournalException;

/** A journal by a later Turno, whose entries say more than this one understands. */
final class NewerJournalTest {
  private static final int ENTRIES = 5;

  @TempDir private Path folder;
  private final EntryCodec codec = new EntryCodec();
  private final List<String> documents = new ArrayList<>();

  @BeforeEach
  void writeAJournalThatSaysMore() {
    for (int seq = 1; seq <= ENTRIES; seq++) {
      documents.add(
          new String(codec.encode(Entries.small(seq)), US_ASCII)
              .replace("\"reason\":", "\"mood\":{\"scale\":[1,2]},\"reason\":")
              .replace("\"events\":", "\"signature\":\"x-" + seq + "\",\"events\":"));
    }
    append(documents);
  }

  private void append(List<String> texts) {
    try (SingleChronicleQueue queue =
            JournalFolder.queue(folder).timeProvider(() -> Entries.START_MS).build();
        ExcerptAppender appender = queue.createAppender()) {
      for (String text : texts) {
        try (DocumentContext context = appender.writingDocument()) {
          requireNonNull(context.wire()).bytes().write(text.getBytes(US_ASCII));
        }
      }
    }
  }

  private List<String> raw() {
    List<String> lines = new ArrayList<>();
    new JournalDump(folder, new JournalDump.Selection(0, Long.MAX_VALUE, null))
        .json(line -> lines.add(line.strip()));
    return lines;
  }

  @Test
  void itIsReadWithoutWhatIsNotUnderstoodAndThatIsShownAllTheSame() {
    assertEquals(
        List.of(Entries.small(1), Entries.small(2)), Entries.read(folder, 1).subList(0, 2));
    assertEquals(documents, raw());
    StringBuilder text = new StringBuilder();
    new JournalDump(folder, new JournalDump.Selection(1, 1, null))
        .text(ZoneOffset.UTC, lines -> text.append(lines) == text);
    assertTrue(text.toString().contains(" mood={scale=[1 2]} reason=coffee"), text.toString());
  }

  @Test
  void whatIsAppendedToItLeavesItAsItWas() {
    try (ChronicleJournal journal = ChronicleJournal.open(folder, Sync.NONE)) {
      assertEquals(ENTRIES, journal.lastSeq());
      journal.append(Entries.small(ENTRIES + 1));
    }
    assertEquals(documents, raw().subList(0, ENTRIES));
    assertEquals(ENTRIES + 1, raw().size());
  }

  @Test
  void aRepairKeepsItToTheByte() {
    append(List.of("{\"v\":" + EntryCodec.VERSION + ",\"seq\":9,\"torn"));
    JournalRepair.cut(folder, requireNonNull(JournalRepair.anywhere(folder)));
    assertEquals(documents, raw());
  }

  @Test
  void aLaterFormatIsRefusedWithTheWayOutAndNothingOfItIsCutOff() {
    refused("{\"v\":" + EntryCodec.VERSION, "{\"v\":" + (EntryCodec.VERSION + 1));
  }

  @Test
  void anEventThatOnlyALaterTurnoKnowsIsRefusedWithTheWayOutAndNothingIsCutOff() {
    refused("agent.paused", "agent.levitated");
  }

  private void refused(String present, String later) {
    String document = new String(codec.encode(Entries.small(ENTRIES + 1)), US_ASCII);
    append(List.of(document.replace(present, later)));
    JournalException refusal =
        assertThrows(
            JournalException.class, () -> ChronicleJournal.open(folder, Sync.NONE).close());
    String message = String.valueOf(refusal.getMessage());
    assertTrue(message.contains("behind entry 5 are whole and of another Turno"), message);
    assertTrue(message.contains("Start the Turno that wrote them or a later one"), message);
    assertThrows(JournalException.class, () -> Entries.read(folder, 1));
    assertEquals(1, requireNonNull(JournalRepair.anywhere(folder)).foreign());
  }
}
