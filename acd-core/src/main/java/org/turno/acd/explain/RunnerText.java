package org.turno.acd.explain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.AgentChoice;
import org.turno.acd.routing.Candidate.Criterion;

/** Tells why one agent was asked and not the others who were free. */
final class RunnerText {
  private final Words words;
  private final StaffText staffText;

  RunnerText(Words words, StaffText staffText) {
    this.words = words;
    this.staffText = staffText;
  }

  /** The reason, in one or two sentences. */
  String why(Step.Offered offer) {
    if (!offer.asToday()) {
      return words.say("why.otherRules");
    }
    if (offer.alongside() > 0) {
      return words.count("why.alongside", offer.alongside());
    }
    List<Runner> others = offer.runners().subList(1, offer.runners().size());
    if (offer.named() && others.isEmpty()) {
      return words.say("why.named");
    } else if (offer.last() && others.isEmpty()) {
      return words.say("why.last");
    } else if (others.isEmpty()) {
      int able = offer.staff().mayServe().size();
      return words.count("why.only", able, staffText.busy(offer.staff()));
    }
    Runner chosen = offer.runners().getFirst();
    StringBuilder text = new StringBuilder();
    for (Criterion criterion : Criterion.values()) {
      List<Runner> behind = others.stream().filter(r -> r.lostBy() == criterion).toList();
      if (!behind.isEmpty()) {
        text.append(text.isEmpty() ? "" : " ").append(before(offer, criterion, chosen, behind));
      }
    }
    if (!offer.staff().notFree().isEmpty()) {
      text.append(' ').append(words.say("why.busy", staffText.busy(offer.staff())));
    }
    return text.toString();
  }

  private String before(
      Step.Offered offer, Criterion criterion, Runner chosen, List<Runner> behind) {
    String own = figure(offer, criterion, chosen);
    List<String> names = new ArrayList<>();
    for (Runner one : behind) {
      String figure = figure(offer, criterion, one);
      String name = staffText.name(one.agent(), one.alias());
      names.add(figure == null ? name : Words.glued(name + " " + figure));
    }
    String others = staffText.names(names);
    return own == null
        ? words.say("why.before", won(offer, criterion), others)
        : words.say("why.against", won(offer, criterion), own, others);
  }

  private String won(Step.Offered offer, Criterion criterion) {
    return switch (criterion) {
      case CHOICE -> words.name("choice", offer.choice());
      case TRIES, LAST_AGENT, PREFERENCE, TIER, IDLE -> words.name("won", criterion);
      case IDLE_SEQ, ID -> words.name("won", criterion);
    };
  }

  /** What was compared; null where it is an order and not a figure. */
  private @Nullable String figure(Step.Offered offer, Criterion criterion, Runner runner) {
    return switch (criterion) {
      case TRIES -> words.count("times", runner.tries());
      case PREFERENCE -> words.count("parts", runner.preferred());
      case TIER -> String.valueOf(runner.tierLevel());
      case CHOICE -> chosenBy(offer, offer.choice(), runner);
      case IDLE -> idle(offer, runner);
      case LAST_AGENT, IDLE_SEQ, ID -> null;
    };
  }

  /** To the millisecond where the first two would look equal. */
  private String idle(Step.Offered offer, Runner runner) {
    String first = words.span(offer.runners().get(0).idleForMs());
    String second = words.span(offer.runners().get(1).idleForMs());
    return first.equals(second)
        ? words.exactly(runner.idleForMs())
        : words.span(runner.idleForMs());
  }

  private @Nullable String chosenBy(Step.Offered offer, AgentChoice choice, Runner runner) {
    long figure = runner.figure();
    return switch (choice) {
      case LONGEST_IDLE_IN_QUEUE ->
          figure == 0 ? words.say("never") : words.span(offer.timeMs() - figure);
      case MOST_SKILLED -> String.valueOf(-figure);
      case LEAST_SKILLED, FEWEST_CONTACTS, TOP_DOWN -> String.valueOf(figure);
      case LEAST_TALK_TIME -> words.span(figure);
      case LOWEST_OCCUPANCY -> words.percent(figure);
      case LONGEST_IDLE, ROUND_ROBIN, LINEAR, RANDOM, WEIGHTED_RANDOM -> null;
    };
  }
}
