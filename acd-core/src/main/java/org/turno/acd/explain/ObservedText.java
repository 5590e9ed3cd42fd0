package org.turno.acd.explain;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.turno.acd.event.ObservedEvent;

/** What was seen of a contact in a PBX's own queue, in Spanish or English. */
public final class ObservedText {
  /** Where sentences begin, right of the time. */
  private static final int INDENT = 14;

  private ObservedText() {}

  /**
   * The story, step by step.
   *
   * @param language Spanish or English; any other gives English
   * @param zone by whose clock
   */
  public static String of(ObservedStory story, Locale language, ZoneId zone) {
    Locale known = Words.LANGUAGES.contains(language) ? language : Words.LANGUAGES.getFirst();
    Words words = new Words(known, zone);
    Page page = new Page();
    page.say("", 0, words.say("head", story.contact()));
    page.say("", 0, words.say("seen.head", story.steps().getFirst().event().pbx()));
    LocalDate day = LocalDate.EPOCH;
    boolean over = false;
    for (ObservedStory.Seen step : story.steps()) {
      LocalDate today = words.day(step.timeMs());
      if (!today.equals(day)) {
        day = today;
        page.gap();
        page.say("", 0, words.say("day", today, words.clock()));
      }
      page.say(words.time(step.timeMs()), INDENT, sentence(step.event(), words));
      over |= step.event() instanceof ObservedEvent.Ended;
    }
    if (!over) {
      page.gap();
      page.say("", 0, words.say("open", words.time(story.lastMs())));
    }
    return page.toString();
  }

  private static String sentence(ObservedEvent event, Words words) {
    return switch (event) {
      case ObservedEvent.Arrived e ->
          words.say("seen.arrived", e.queue(), words.time(e.arrivedMs()));
      case ObservedEvent.Rung e -> words.say("seen.rung", e.agent());
      case ObservedEvent.RingEnded e -> words.say("seen.ringEnded", e.agent());
      case ObservedEvent.Leaving e -> words.say("seen.leaving");
      case ObservedEvent.Answered e ->
          words.say("seen.answered", e.agent(), words.span(e.waitMs()));
      case ObservedEvent.Ended e ->
          words.name("seen.ended", e.outcome(), words.span(e.talkMs()), words.span(e.waitMs()));
      case ObservedEvent.Sighted _,
          ObservedEvent.SightLost _,
          ObservedEvent.QueueFound _,
          ObservedEvent.QueueGone _,
          ObservedEvent.AgentPlaced _,
          ObservedEvent.AgentRemoved _,
          ObservedEvent.AgentPhoneChanged _ ->
          "";
    };
  }
}
