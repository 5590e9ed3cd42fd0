package org.turno.acd.estimate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.turno.acd.agent.Agent;
import org.turno.acd.contact.Contact;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.routing.Crowd;
import org.turno.acd.routing.Router;

/**
 * Who is at work and with what, at one moment: agents who do the same for as long are one entry.
 */
final class Seats {
  /** With what an agent is busy. */
  enum Work {
    /** Talks. */
    TALK,
    /** Finishes the work of a contact. */
    WRAP_UP,
    /** Is being asked; a conversation follows. */
    OFFER,
    /** Is busy with nothing of Turno's: on the phone otherwise. */
    OTHER,
    /** Nothing, and soon to be asked again. */
    REST
  }

  /**
   * What makes agents alike.
   *
   * @param queue whose contact it is; null where there is none
   * @param lengthMs how long it has gone on, or will go on where the agent is about to be free
   */
  record Seat(int profile, Work work, @Nullable QueueId queue, long lengthMs) {}

  private final Map<Seat, Integer> busy = new LinkedHashMap<>();
  private final int[] present;
  private final int[] free;

  /** Of these agents, now. */
  Seats(
      Crowd crowd,
      Router router,
      Iterable<Agent> agents,
      Function<ContactId, @Nullable Contact> contacts) {
    present = new int[crowd.profiles()];
    free = new int[crowd.profiles()];
    for (Agent agent : agents) {
      int profile = router.profileNumber(agent);
      if (profile >= 0 && agent.pauseReason() == null) {
        seat(profile, agent, contacts, crowd.nowMs());
      }
    }
  }

  private void seat(
      int profile, Agent agent, Function<ContactId, @Nullable Contact> contacts, long nowMs) {
    long sinceMs = agent.tally().workSinceMs();
    switch (agent.state()) {
      case SIGNED_OUT, PAUSED, PHONE_UNREACHABLE -> {
        return;
      }
      case AVAILABLE -> free[profile]++;
      case RESERVED, RINGING -> put(profile, Work.OFFER, queue(agent, contacts), nowMs - sinceMs);
      case TALKING ->
          put(profile, Work.TALK, queue(agent, contacts), nowMs - agent.tally().talkSinceMs());
      case WRAP_UP ->
          put(profile, Work.WRAP_UP, agent.wrapUp().queue(), nowMs - agent.wrapUp().sinceMs());
      case PHONE_BUSY -> put(profile, Work.OTHER, null, 0);
      case RELEASING -> put(profile, Work.REST, null, 0);
      case RETRY_DELAY -> put(profile, Work.REST, null, Math.max(0, agent.retryUntilMs() - nowMs));
    }
    present[profile]++;
  }

  private static @Nullable QueueId queue(
      Agent agent, Function<ContactId, @Nullable Contact> contacts) {
    ContactId id = agent.contact();
    Contact contact = id == null ? null : contacts.apply(id);
    return contact == null ? null : contact.queue();
  }

  private void put(int profile, Work work, @Nullable QueueId queue, long lengthMs) {
    int bucket = LengthSketch.position(lengthMs);
    long like = (LengthSketch.beginMs(bucket) + LengthSketch.beginMs(bucket + 1)) / 2;
    busy.merge(new Seat(profile, work, queue, like), 1, Integer::sum);
  }

  /** Who is busy, and how many are so. */
  Map<Seat, Integer> busy() {
    return busy;
  }

  /** How many of a profile could be asked now. */
  int free(int profile) {
    return free[profile];
  }

  /** How many of a profile are at work, busy or not. */
  int present(int profile) {
    return present[profile];
  }
}
