package org.turno.acd.explain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turno.acd.contact.Contact;
import org.turno.acd.engine.AcdState;
import org.turno.acd.engine.Entry;
import org.turno.acd.event.AgentEvent;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.Event;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.event.PbxEvent;
import org.turno.acd.event.QueueEvent;
import org.turno.acd.event.SystemEvent;
import org.turno.acd.input.Input;
import org.turno.acd.input.PbxInput;
import org.turno.acd.input.SupervisorInput;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.Door;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;

/** Follows one contact from its arrival to its end and notes the steps. */
final class Tracker {
  private record Wait(long seq, long timeMs, Staff staff, Rivals rivals) {}

  private final ContactId id;
  private final AcdState state;
  private final StateClock clock;
  private final Names names;
  private final OfferTracker offer;
  private final List<Step> steps = new ArrayList<>();
  private @Nullable Wait wait;
  private long answeredMs;
  private boolean over;

  Tracker(ContactId id, AcdState state, StateClock clock) {
    this.id = id;
    this.state = state;
    this.clock = clock;
    names = new Names(state);
    offer = new OfferTracker(state, clock);
  }

  /** Whether the contact is over. */
  boolean over() {
    return over;
  }

  /** An event is about to take effect. */
  void before(Event event, Entry entry) {
    if (over) {
      return;
    }
    Contact contact = state.findContact(id);
    if (contact != null && wait != null) {
      wait.rivals.before(event, state, contact);
    }
    switch (event) {
      case ContactEvent e when e.contact().equals(id) -> contact(e, contact, entry);
      case OfferEvent.Made e when e.contact().equals(id) && contact != null -> {
        closeWait(null);
        steps.add(offer.made(e, contact));
      }
      case OfferEvent.Ringing e when contact != null && contact.offers().containsKey(e.offer()) ->
          offer.rings(e.offer());
      case OfferEvent.Failed e when e.contact().equals(id) -> steps.add(offer.failed(e, entry));
      case OfferEvent.Failed e
          when e.why() == OfferEvent.Why.TAKEN_OVER && id.equals(TakeOver.taker(e, entry, state)) ->
          claimed(e.agent(), e.contact());
      case AgentEvent.WrapUpInterrupted e when e.by().equals(id) -> claimed(e.agent(), null);
      case PbxEvent.Disconnected e when contact != null ->
          link(e.pbx(), false, e.reason(), contact);
      case PbxEvent.Connected e when contact != null -> link(e.pbx(), true, "", contact);
      case SystemEvent.PlanApplied e when wait != null -> {
        closeWait(null);
        steps.add(new Step.Planned(state.seq(), state.timeMs()));
      }
      case Event e -> {}
    }
  }

  /** The entry's events have all taken effect. */
  void after() {
    Contact contact = over || wait != null ? null : state.findContact(id);
    if (contact != null && contact.offerable()) {
      wait =
          new Wait(
              state.seq(),
              state.timeMs(),
              Staff.of(state, contact, clock),
              new Rivals(state, contact));
    }
  }

  /** The story as far as it goes. */
  ContactStory story() {
    List<Step> all = new ArrayList<>(steps);
    if (wait != null) {
      all.add(waited(wait, null, false));
    }
    return new ContactStory(id, state.timeMs(), all);
  }

  private Step.Waited waited(Wait of, @Nullable Staff atEnd, boolean isOver) {
    return new Step.Waited(
        of.seq, of.timeMs, state.timeMs(), isOver, of.staff, atEnd, of.rivals.at(state.timeMs()));
  }

  private void closeWait(@Nullable Staff atEnd) {
    if (wait != null) {
      steps.add(waited(wait, atEnd, true));
      wait = null;
    }
  }

  private void contact(ContactEvent event, @Nullable Contact contact, Entry entry) {
    long seq = state.seq();
    long timeMs = state.timeMs();
    switch (event) {
      case ContactEvent.Arrived e -> steps.add(came(e));
      case ContactEvent.Queued e -> {
        closeWait(null);
        steps.add(queued(e, contact));
      }
      case ContactEvent.Relaxed e -> {
        closeWait(null);
        steps.add(relaxed(e, contact));
      }
      case ContactEvent.Estimated e -> steps.add(new Step.Estimated(seq, timeMs, e.estimate()));
      case ContactEvent.Announced e -> steps.add(new Step.Announced(seq, timeMs, e));
      case ContactEvent.LanguageChosen e ->
          steps.add(new Step.LanguageChosen(seq, timeMs, e.language()));
      case ContactEvent.NamedAgentGivenUp e -> {
        closeWait(null);
        steps.add(new Step.NamedGivenUp(seq, timeMs, e.agent(), names.alias(e.agent())));
      }
      case ContactEvent.Recognized e -> {
        closeWait(null);
        steps.add(new Step.Recognized(seq, timeMs, e.agent(), names.alias(e.agent()), e.waits()));
      }
      case ContactEvent.Reprioritized e -> {
        closeWait(null);
        steps.add(new Step.Reprioritized(seq, timeMs, e.priority(), e.by()));
      }
      case ContactEvent.Moved e -> {
        closeWait(null);
        steps.add(new Step.Moved(seq, timeMs, e.by()));
      }
      case ContactEvent.Answered e -> steps.add(answered(e, contact));
      case ContactEvent.Remembered _, ContactEvent.BridgeRequested _ -> {}
      case ContactEvent.Connected e ->
          steps.add(
              new Step.Connected(
                  seq, timeMs, e.agent(), names.alias(e.agent()), timeMs - answeredMs));
      case ContactEvent.Returned e ->
          steps.add(
              new Step.Returned(
                  seq, timeMs, e.agent(), names.alias(e.agent()), timeMs - answeredMs));
      case ContactEvent.Overflowed e -> {
        closeWait(wait == null || contact == null ? null : Staff.of(state, contact, clock));
        steps.add(overflowed(e, contact, entry));
      }
      case ContactEvent.Callback e -> {
        closeWait(null);
        steps.add(new Step.CalledBack(seq, timeMs, e));
      }
      case ContactEvent.Listening e -> steps.add(new Step.Listened(seq, timeMs, e));
      case ContactEvent.Ended e -> ended(e, contact, entry);
    }
  }

  private Step.Answered answered(ContactEvent.Answered e, @Nullable Contact contact) {
    long timeMs = state.timeMs();
    answeredMs = timeMs;
    long waitMs = contact == null ? 0 : timeMs - contact.arrivedMs();
    return new Step.Answered(
        state.seq(), timeMs, e.agent(), names.alias(e.agent()), offer.forMs(e.offer()), waitMs);
  }

  private Step.Queued queued(ContactEvent.Queued e, @Nullable Contact contact) {
    boolean again = contact != null && e.queue().equals(contact.queue());
    return new Step.Queued(
        state.seq(),
        state.timeMs(),
        e.queue(),
        names.name(e.queue()),
        e.requirement(),
        e.preference(),
        again);
  }

  private Step.Came came(ContactEvent.Arrived e) {
    LinePlan line =
        state.plan().lines().stream().filter(l -> l.id().equals(e.line())).findFirst().orElse(null);
    return new Step.Came(
        state.seq(),
        state.timeMs(),
        e.line(),
        line == null ? e.line().value() : line.name(),
        line != null && line.protectedLine(),
        e.priority(),
        e.wishes(),
        e.arrivedMs());
  }

  private Step.Relaxed relaxed(ContactEvent.Relaxed e, @Nullable Contact before) {
    List<QueueId> added = new ArrayList<>(e.queues());
    if (before != null) {
      added.removeAll(before.moreQueues());
    }
    return new Step.Relaxed(
        state.seq(),
        state.timeMs(),
        e.step(),
        e.requirement(),
        before == null || !e.requirement().equals(before.requirement()),
        e.preference(),
        before == null || !e.preference().equals(before.preference()),
        e.priority(),
        before == null ? 0 : e.priority() - before.priority(),
        added,
        e.early());
  }

  private Step.Overflowed overflowed(
      ContactEvent.Overflowed e, @Nullable Contact contact, Entry entry) {
    QueuePlan queue = names.queue(e.from());
    long limit = 0;
    if (queue != null) {
      limit =
          switch (e.why()) {
            case QUEUE_FULL -> queue.admission().maxLength();
            case MAX_WAIT -> queue.admission().maxWaitMs();
            case NO_AGENT -> queue.admission().empty().maxWaitMs();
            case JOIN_EMPTY, LEAVE_EMPTY, CLOSED, WITHDRAWN, EXIT_KEY -> 0;
          };
    }
    Door door = e.why() == ContactEvent.OverflowReason.CLOSED ? closed(e.from(), contact) : null;
    QueueEvent.Forced forced = door == null ? null : state.forced(door);
    String by = forced == null ? by(entry.input()) : forced.by();
    return new Step.Overflowed(
        state.seq(), state.timeMs(), e.from(), e.to(), e.why(), limit, by, door);
  }

  private Door closed(QueueId queue, @Nullable Contact contact) {
    Door line = contact == null ? null : Door.of(contact.asLine());
    return line == null || state.isOpen(line) ? Door.of(queue) : line;
  }

  private static @Nullable String by(Input input) {
    return switch (input) {
      case SupervisorInput.Withdraw wish -> wish.by();
      case PbxInput.KeyPressed pressed -> String.valueOf(pressed.key().sign());
      case Input _ -> null;
    };
  }

  private void ended(ContactEvent.Ended e, @Nullable Contact contact, Entry entry) {
    closeWait(wait == null || contact == null ? null : Staff.of(state, contact, clock));
    AgentId agent = contact == null ? null : contact.agent();
    Step.By by = Step.By.OTHER;
    if (contact != null && entry.input() instanceof PbxInput.LegEnded fact) {
      by = fact.leg().equals(contact.leg()) ? Step.By.CALLER : Step.By.AGENT;
    }
    steps.add(
        new Step.Ended(
            state.seq(),
            state.timeMs(),
            e.outcome(),
            e.waitMs(),
            e.talkMs(),
            agent,
            agent == null ? null : names.alias(agent),
            by));
    over = true;
  }

  private void claimed(AgentId agent, @Nullable ContactId from) {
    closeWait(null);
    steps.add(new Step.Claimed(state.seq(), state.timeMs(), agent, names.alias(agent), from));
  }

  private void link(PbxId pbx, boolean up, String reason, Contact contact) {
    if (pbx.equals(contact.pbx())) {
      closeWait(null);
      steps.add(new Step.Link(state.seq(), state.timeMs(), pbx, up, reason));
    }
  }
}
