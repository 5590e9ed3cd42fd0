package org.turno.acd.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.plan.Requirement;

/** The story in short: what the contact was, how it ended, and why it waited. */
final class SummaryText {
  private final Words words;
  private final Page page;
  private final StaffText staffText;
  private final RivalText rivalText;

  SummaryText(Words words, Page page, StaffText staffText, RivalText rivalText) {
    this.words = words;
    this.page = page;
    this.staffText = staffText;
    this.rivalText = rivalText;
  }

  void print(ContactStory story) {
    Step.Came came = story.came();
    Step.Queued queue = story.queue();
    page.say("", 0, words.say("head", story.contact()));
    List<List<String>> rows = new ArrayList<>();
    row(rows, "line", named(came.line(), came.lineName()) + protection(came));
    if (queue != null) {
      row(rows, "queue", named(queue.queue(), queue.name()));
      row(rows, "asks", changed(asks(story.requirement()), asks(queue.requirement())));
    }
    row(
        rows,
        "priority",
        changed(String.valueOf(story.priority()), String.valueOf(came.priority())));
    row(rows, "came", words.day(came.arrivedMs()) + " " + words.time(came.arrivedMs()));
    row(rows, "entries", words.say("head.seqs", came.seq(), story.steps().getLast().seq()));
    row(rows, "waited", waited(story));
    row(rows, "outcome", outcome(story));
    row(rows, "why", why(story));
    page.table(2, rows);
  }

  private void row(List<List<String>> rows, String key, String value) {
    rows.add(List.of(words.say("head." + key), value));
  }

  private String protection(Step.Came came) {
    return came.protectedLine() ? words.say("head.protected") : "";
  }

  static String named(Object id, String name) {
    return id.toString().equals(name) ? name : id + ", " + name;
  }

  private String asks(Requirement requirement) {
    String asks = words.requirement(requirement);
    return asks.isEmpty() ? words.say("asks.nothing") : asks;
  }

  private String changed(String last, String first) {
    return last.equals(first) ? last : words.say("head.changed", last, first);
  }

  /** The wait and what it was made of. */
  private String waited(ContactStory story) {
    List<String> parts = new ArrayList<>();
    long knownMs = 0;
    long nobodyMs = 0;
    for (Step step : story.steps()) {
      nobodyMs += step instanceof Step.Waited wait ? wait.lengthMs() : 0;
    }
    if (nobodyMs > 0) {
      parts.add(words.say("part.nobody", words.span(nobodyMs)));
      knownMs += nobodyMs;
    }
    List<Step.Refused> vain =
        story.steps().stream()
            .filter(Step.Refused.class::isInstance)
            .map(Step.Refused.class::cast)
            .filter(refused -> refused.why() != OfferEvent.Why.ANSWERED_ELSEWHERE)
            .toList();
    if (!vain.isEmpty()) {
      long vainMs = vainMs(vain, story.answer());
      parts.add(words.count("part.vain", vain.size(), words.span(vainMs), vain.getFirst().alias()));
      knownMs += vainMs;
    }
    for (Step step : story.steps()) {
      long ms = ringMs(step);
      String part = part(step, ms);
      if (part != null && ms > 0) {
        parts.add(part);
        knownMs += ms;
      }
    }
    if (story.waitMs() > knownMs && !(story.steps().getLast() instanceof Step.Offered)) {
      parts.add(words.say("part.unknown", words.span(story.waitMs() - knownMs)));
    }
    return switch (parts.size()) {
      case 0 -> words.span(story.waitMs());
      case 1 -> parts.getFirst();
      default -> words.say("head.parts", words.span(story.waitMs()), words.list(parts));
    };
  }

  /** Several phones may have rung at once, also with the one that was answered. */
  private static long vainMs(List<Step.Refused> vain, Step.@Nullable Answered answer) {
    List<Step.Refused> byBeginning = new ArrayList<>(vain);
    byBeginning.sort(Comparator.comparingLong(step -> step.timeMs() - step.offerMs()));
    long answeredFromMs = answer == null ? Long.MAX_VALUE : answer.timeMs() - answer.offerMs();
    long untilMs = 0;
    long sumMs = 0;
    for (Step.Refused refused : byBeginning) {
      long fromMs = Math.max(untilMs, refused.timeMs() - refused.offerMs());
      boolean before = answer == null || refused.timeMs() <= answer.timeMs();
      long toMs = before ? Math.min(refused.timeMs(), answeredFromMs) : refused.timeMs();
      sumMs += Math.max(0, toMs - fromMs);
      untilMs = Math.max(untilMs, refused.timeMs());
    }
    return sumMs;
  }

  private static long ringMs(Step step) {
    return switch (step) {
      case Step.Answered answered -> answered.offerMs();
      case Step.Returned returned -> returned.bridgingMs();
      case Step other -> 0;
    };
  }

  private @Nullable String part(Step step, long ms) {
    return switch (step) {
      case Step.Answered answered -> words.say("part.rang", words.span(ms), answered.alias());
      case Step.Returned returned -> words.say("part.returned", words.span(ms), returned.alias());
      case Step other -> null;
    };
  }

  private String outcome(ContactStory story) {
    Step.Ended end = story.end();
    if (end != null) {
      String by = words.name("by", end.by());
      String who =
          end.agent() == null || end.alias() == null
              ? ""
              : StaffText.full(end.agent(), end.alias());
      return words.name("outcome", end.outcome(), who, words.span(end.talkMs()), by);
    }
    String last = words.time(story.lastMs());
    Step.Answered answer = story.answer();
    if (answer != null) {
      return words.say("outcome.talking", StaffText.full(answer.agent(), answer.alias()), last);
    }
    return story.steps().getLast() instanceof Step.Offered offer
        ? words.say("outcome.offered", StaffText.full(offer.agent(), offer.alias()), last)
        : words.say("outcome.waiting", last);
  }

  private String why(ContactStory story) {
    Set<String> reasons = new LinkedHashSet<>();
    story.steps().stream()
        .filter(Step.Waited.class::isInstance)
        .map(Step.Waited.class::cast)
        .filter(wait -> wait.lengthMs() > 0)
        .max(Comparator.comparingLong(Step.Waited::lengthMs))
        .ifPresent(wait -> reasons.add(nobodyFree(wait)));
    for (OfferEvent.Why why : OfferEvent.Why.values()) {
      List<String> who = refusedBy(story, why);
      if (!who.isEmpty()) {
        reasons.add(words.count("reason." + why.name(), who.size(), words.list(who)));
      }
    }
    for (Step step : story.steps()) {
      if (step instanceof Step.Returned returned) {
        reasons.add(words.say("reason.returned", returned.alias()));
      } else if (step instanceof Step.Claimed claimed) {
        reasons.add(words.say("reason.claimed", claimed.alias()));
      } else if (step instanceof Step.Overflowed overflow) {
        reasons.add(words.name("left", overflow.why(), overflow.from()));
      } else if (step instanceof Step.Link link && !link.up()) {
        reasons.add(words.say("reason.link", link.pbx()));
      }
    }
    return reasons.isEmpty() ? words.say("reason.none") : String.join(" ", reasons);
  }

  private static List<String> refusedBy(ContactStory story, OfferEvent.Why why) {
    return story.steps().stream()
        .filter(step -> step instanceof Step.Refused refused && refused.why() == why)
        .map(step -> ((Step.Refused) step).alias())
        .distinct()
        .toList();
  }

  private String nobodyFree(Step.Waited wait) {
    StringBuilder text = new StringBuilder(staffText.nobodyFree(wait.staff()));
    if (!wait.staff().mayServe().isEmpty()) {
      text.append(": ").append(staffText.busy(wait.staff()));
    }
    text.append('.');
    if (!wait.rivals().isEmpty()) {
      text.append(' ').append(rivalText.summary(wait.rivals())).append('.');
    }
    return text.toString();
  }
}
