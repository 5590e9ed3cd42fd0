package org.turno.acd.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.JournalException;
import org.turno.acd.plan.ContactId;

/** Shows a journal's entries, also while it is being written. */
public final class JournalDump {
  private final EntryCodec codec = new EntryCodec();
  private final Path folder;
  private final Selection selection;

  /**
   * Which entries are shown.
   *
   * @param fromSeq the first; 0 for the first that there is
   * @param toSeq the last; {@link Long#MAX_VALUE} for the last that there is
   * @param contact only what concerns this one; null for all
   */
  public record Selection(long fromSeq, long toSeq, @Nullable ContactId contact) {}

  /** Of a journal's folder. */
  public JournalDump(Path folder, Selection selection) {
    this.folder = folder;
    this.selection = selection;
  }

  /**
   * Gives each entry as text: a line with its number, its time and its input, then an indented line
   * for each event and each effect.
   *
   * @param zone by whose clock
   * @param out takes the lines of one entry, each with its end; false when it wants no more
   * @return how many entries it took
   * @throws JournalException when there is no journal, or where it is damaged
   */
  public long text(ZoneId zone, Predicate<String> out) {
    EntryText text = new EntryText(zone);
    return each((document, tree) -> out.test(text.of(tree)));
  }

  /**
   * Gives each entry's document as it lies on the disk.
   *
   * @param out takes one document, with a line's end; false when it wants no more
   * @return how many entries it took
   * @throws JournalException when there is no journal, or where it is damaged
   */
  public long json(Predicate<String> out) {
    return each((document, tree) -> out.test(new String(document, US_ASCII) + "\n"));
  }

  private interface Taker {
    boolean take(byte[] document, JsonNode tree);
  }

  private long each(Taker taker) {
    ContactId contact = selection.contact();
    ContactTrail trail = contact == null ? null : new ContactTrail(contact);
    long shown = 0;
    try (JournalReader reader = open(trail)) {
      while (reader.hasNext()) {
        Entry entry = reader.next();
        if (entry.seq() > selection.toSeq()) {
          return shown;
        }
        byte[] document = reader.document();
        JsonNode tree = codec.tree(document);
        boolean wanted = trail == null || trail.concerns(entry, tree);
        if (wanted && entry.seq() >= selection.fromSeq()) {
          if (!taker.take(document, tree)) {
            return shown;
          }
          shown++;
        }
      }
    }
    return shown;
  }

  /** A contact's trail begins at its arrival, which may be before the first entry to show. */
  private JournalReader open(@Nullable ContactTrail trail) {
    return trail == null && selection.fromSeq() > 0
        ? JournalReader.open(folder, selection.fromSeq())
        : JournalReader.open(folder);
  }
}
