package org.turno.acd.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;
import org.turno.acd.agent.Agent;
import org.turno.acd.contact.Contact;
import org.turno.acd.plan.AgentChoice;

/**
 * Whom to ask for one contact: compares candidates by the queue's policy. Where an order is kept,
 * the first of each profile is the only candidate; the choices that draw or that go by the queue's
 * own history look at every free agent.
 */
final class Choice {
  private static final int LAST_AGENT = 1 << 20;
  private final Contact contact;
  private final Demand demand;
  private final long seq;
  private final int afterPlace;
  private @Nullable FreeAgent best;
  private int bestTries;
  private int bestPreferred;
  private int bestLevel;
  private long bestKey;

  /**
   * Starts with nobody.
   *
   * @param seq the decision's number, from which chance is drawn
   * @param afterPlace the place of the agent asked last for the queue, -1 for none
   */
  Choice(Contact contact, Demand demand, long seq, int afterPlace) {
    this.contact = contact;
    this.demand = demand;
    this.seq = seq;
    this.afterPlace = afterPlace;
  }

  /** The order that a choice goes by. */
  static FreeAgent.Order order(AgentChoice choice) {
    return switch (choice) {
      case LONGEST_IDLE, LONGEST_IDLE_IN_QUEUE, MOST_SKILLED, LEAST_SKILLED, TOP_DOWN ->
          FreeAgent.Order.IDLE;
      case FEWEST_CONTACTS -> FreeAgent.Order.CONTACTS;
      case LEAST_TALK_TIME -> FreeAgent.Order.TALK;
      case LOWEST_OCCUPANCY -> FreeAgent.Order.OCCUPANCY;
      case ROUND_ROBIN, LINEAR, RANDOM, WEIGHTED_RANDOM -> FreeAgent.Order.PLACE;
    };
  }

  private static boolean looksAtAll(AgentChoice choice) {
    return switch (choice) {
      case LONGEST_IDLE_IN_QUEUE, RANDOM, WEIGHTED_RANDOM -> true;
      case LONGEST_IDLE,
          MOST_SKILLED,
          LEAST_SKILLED,
          FEWEST_CONTACTS,
          LEAST_TALK_TIME,
          LOWEST_OCCUPANCY,
          ROUND_ROBIN,
          LINEAR,
          TOP_DOWN ->
          false;
    };
  }

  /** Considers a profile that may serve and has somebody free. */
  void consider(Profile profile) {
    AgentChoice choice = demand.policy.choice();
    NavigableSet<FreeAgent> free = profile.free(order(choice));
    if (contact.triedBefore() || demand.key.looksAtPersons() || looksAtAll(choice)) {
      for (FreeAgent agent : free) {
        if (demand.allows(agent.agent().id())) {
          consider(profile, agent);
        }
      }
    } else if (choice == AgentChoice.ROUND_ROBIN) {
      FreeAgent next = firstAfter(free);
      consider(profile, next == null ? free.first() : next);
    } else {
      consider(profile, free.first());
    }
  }

  private @Nullable FreeAgent firstAfter(NavigableSet<FreeAgent> byPlace) {
    FreeAgent last =
        new FreeAgent(
            byPlace.first().agent(), afterPlace + 1, Long.MIN_VALUE, Long.MIN_VALUE, 0, 0, 0);
    return byPlace.ceiling(last);
  }

  private void consider(Profile profile, FreeAgent candidate) {
    int tries = contact.tries(candidate.agent().id());
    int preferred = preferred(profile, candidate);
    int level = profile.key.tier(demand.key.queue()).level();
    long key = key(profile, candidate);
    if (best == null
        || compare(
                tries,
                preferred,
                level,
                key,
                candidate,
                bestTries,
                bestPreferred,
                bestLevel,
                bestKey,
                best)
            < 0) {
      best = candidate;
      bestTries = tries;
      bestPreferred = preferred;
      bestLevel = level;
      bestKey = key;
    }
  }

  /** The order of candidates; {@link Candidate.Criterion} names its parts. */
  private static int compare(
      int triesA,
      int preferredA,
      int levelA,
      long keyA,
      FreeAgent a,
      int triesB,
      int preferredB,
      int levelB,
      long keyB,
      FreeAgent b) {
    int order = Integer.compare(triesA, triesB);
    order = order != 0 ? order : Integer.compare(preferredB, preferredA);
    order = order != 0 ? order : Integer.compare(levelA, levelB);
    order = order != 0 ? order : Long.compare(keyA, keyB);
    return order != 0 ? order : FreeAgent.BY_IDLE.compare(a, b);
  }

  /** A free agent with what it is compared by: for explanations, which look at everybody. */
  private record Standing(FreeAgent who, int tries, int preferred, int level, long key) {
    static final Comparator<Standing> ORDER =
        (a, b) ->
            compare(
                a.tries,
                a.preferred,
                a.level,
                a.key,
                a.who,
                b.tries,
                b.preferred,
                b.level,
                b.key,
                b.who);
  }

  /** All free agents of some profiles that may serve, the one to ask first. */
  List<Candidate> rank(List<Profile> profiles) {
    List<Standing> standings = new ArrayList<>();
    for (Profile profile : profiles) {
      int level = profile.key.tier(demand.key.queue()).level();
      for (FreeAgent who : profile.free(FreeAgent.Order.IDLE)) {
        if (demand.allows(who.agent().id())) {
          int tries = contact.tries(who.agent().id());
          int preferred = preferred(profile, who);
          standings.add(new Standing(who, tries, preferred, level, key(profile, who)));
        }
      }
    }
    standings.sort(Standing.ORDER);
    return standings.stream()
        .map(
            s ->
                new Candidate(
                    s.who.agent(),
                    s.tries,
                    s.preferred >= LAST_AGENT,
                    s.preferred % LAST_AGENT,
                    s.level,
                    s.key))
        .toList();
  }

  /** More goes first: who served the customer last, then by the preference. */
  private int preferred(Profile profile, FreeAgent candidate) {
    int parts = contact.preference().partsMet(profile.key.skills());
    boolean last = candidate.agent().id().equals(contact.lastAgent());
    return last ? LAST_AGENT + parts : parts;
  }

  /** Smaller goes first. */
  private long key(Profile profile, FreeAgent candidate) {
    return switch (demand.policy.choice()) {
      case LONGEST_IDLE -> 0;
      case LONGEST_IDLE_IN_QUEUE -> candidate.agent().tally().lastContactMs(demand.key.queue());
      case MOST_SKILLED -> -demand.key.requirement().levelSum(profile.key.skills());
      case LEAST_SKILLED -> demand.key.requirement().levelSum(profile.key.skills());
      case FEWEST_CONTACTS -> candidate.contacts();
      case LEAST_TALK_TIME -> candidate.talkMs();
      case LOWEST_OCCUPANCY -> candidate.occupancyPermille();
      case ROUND_ROBIN ->
          candidate.place() > afterPlace
              ? candidate.place()
              : (long) Integer.MAX_VALUE + candidate.place();
      case LINEAR -> candidate.place();
      case TOP_DOWN -> profile.key.tier(demand.key.queue()).position();
      case RANDOM -> draw(candidate) & Integer.MAX_VALUE;
      case WEIGHTED_RANDOM -> weightedDraw(profile, candidate);
    };
  }

  private int draw(FreeAgent candidate) {
    return Chance.draw(seq, candidate.agent().id().value());
  }

  private long weightedDraw(Profile profile, FreeAgent candidate) {
    return Chance.exponential(draw(candidate)) * profile.key.tier(demand.key.queue()).position();
  }

  /** The one to ask, or null when nobody was considered. */
  @Nullable Agent agent() {
    return best == null ? null : best.agent();
  }
}
