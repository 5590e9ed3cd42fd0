package org.turno.acd.explain;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.turno.acd.plan.ContactId;

/** Lists of contacts, and what is said when the one asked for is not clear. */
public final class ListText {
  private final Words words;
  private final Page page = new Page();

  private ListText(Locale language, ZoneId zone) {
    words = new Words(language, zone);
  }

  /** The contacts of a journal as a table. */
  public static String of(ContactList.Found found, Locale language, ZoneId zone) {
    ListText text = new ListText(language, zone);
    text.print(found);
    return text.page.toString();
  }

  private void print(ContactList.Found found) {
    LocalDate day = LocalDate.EPOCH;
    List<List<String>> rows = new ArrayList<>();
    for (ContactLine line : found.last()) {
      LocalDate today = words.day(line.arrivedMs());
      if (!today.equals(day)) {
        day = today;
        page.table(0, rows);
        rows.clear();
        page.say("", 0, words.say("day", today, words.clock()));
        rows.add(List.of(words.say("list.head").split("\\|", -1)));
      }
      rows.add(row(line));
    }
    page.table(0, rows);
    int shown = found.last().size();
    page.say(
        "",
        0,
        shown < found.count()
            ? words.say("list.some", shown, found.count())
            : words.count("contacts", found.count()) + ".");
  }

  private List<String> row(ContactLine line) {
    String who = line.alias() == null ? "" : line.alias();
    String outcome;
    if (line.outcome() != null) {
      outcome = words.name("brief", line.outcome(), who);
    } else {
      outcome = words.say(who.isEmpty() ? "brief.waiting" : "brief.talking", who);
    }
    if (line.offers() > 1) {
      outcome += ", " + words.count("offers", line.offers());
    }
    return List.of(
        line.contact().value(),
        words.time(line.arrivedMs()),
        line.line().value(),
        line.queue() == null || line.queue().value().equals(line.line().value())
            ? "-"
            : line.queue().value(),
        words.span(line.waitMs()),
        outcome);
  }

  /** What stands before the percentage while a journal is being read. */
  public static String reading(Locale language) {
    return new Words(language, ZoneId.systemDefault()).say("reading");
  }

  /**
   * That no contact is called so.
   *
   * @param command lists the contacts
   */
  public static String unknown(
      String wanted, Explainer.Answer.Unknown answer, Locale language, String command) {
    Words words = new Words(language, ZoneId.systemDefault());
    String near =
        answer.near().isEmpty() ? "" : " " + words.say("unknown.near", names(words, answer.near()));
    return words.count("unknown", answer.contacts(), wanted)
        + near
        + " "
        + words.say("unknown.list", command);
  }

  /** That several contacts begin so. */
  public static String ambiguous(
      String wanted, Explainer.Answer.Ambiguous answer, Locale language) {
    Words words = new Words(language, ZoneId.systemDefault());
    long more = answer.count() - answer.first().size();
    return words.say("ambiguous", answer.count(), wanted, names(words, answer.first()))
        + (more > 0 ? " " + words.say("list.more", more) : "");
  }

  private static String names(Words words, List<ContactId> ids) {
    return String.join(words.say("list.comma"), ids.stream().map(ContactId::value).toList());
  }
}
