package org.turno.pbx.sim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turno.acd.engine.Entry;
import org.turno.acd.event.AgentEvent;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.Event;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.input.AdminInput;
import org.turno.acd.input.Input;
import org.turno.acd.input.TimerExpired;
import org.turno.acd.plan.OfferPolicy;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.RelaxationStep;
import org.turno.acd.plan.RetryDelays;

/**
 * What the policies promise beside who gets whom, held against the plain account of the floor: what
 * is due has happened, what happened was allowed, and who goes before takes what is there to take.
 */
final class Promises {
  private static final String BROKEN = "PolicyIsKept";

  private final FloorModel model;
  private final DoorPromises doors;

  Promises(FloorModel model) {
    this.model = model;
    this.doors = new DoorPromises(model);
  }

  /** Looks at an event before the account takes it up. */
  void before(Event event, Input input) {
    if (event instanceof ContactEvent.Queued e) {
      hasRoom(e);
      doors.before(e);
    } else if (event instanceof ContactEvent.Relaxed e) {
      stepIsTheNext(e);
    } else if (event instanceof OfferEvent.Failed e) {
      overtakenByOneWhoMay(e);
    } else if (event instanceof AgentEvent.WrapUpInterrupted e) {
      interruptedByOneWhoMay(e);
    } else if (event instanceof ContactEvent.Overflowed e) {
      doors.before(e, input);
    }
  }

  /** Looks at the floor when a decision is over. */
  void after(Entry entry) {
    boolean nothingElseIsDue = nothingElseIsDue(entry.input());
    for (ModelContact contact : model.contacts.values()) {
      if (nothingElseIsDue && model.linked(contact.arrival.pbx())) {
        onTime(contact);
      }
      hopeIsLeft(contact);
      if (contact.callback != null && nothingElseIsDue) {
        contact.callback.check(model, contact);
      }
    }
    for (ModelAgent agent : model.agents.values()) {
      if (nothingElseIsDue && agent.signedIn) {
        onTime(agent);
      }
    }
    doors.after(entry, nothingElseIsDue);
    refusalsHaveConsequences(entry);
    nobodyIsPassedOver(entry);
  }

  /** Timers that are due go first, but for what a process decides as it starts. */
  private static boolean nothingElseIsDue(Input input) {
    return !(input instanceof TimerExpired) && !(input instanceof AdminInput);
  }

  // ---- what is due

  private void onTime(ModelContact contact) {
    QueuePlan queue = queue(contact);
    if (contact.stage == ModelContact.Stage.OFFERED) {
      promise(
          model.timeMs < contact.offeredUntilMs(), "is offered for longer than allowed", contact);
    } else if (contact.stage == ModelContact.Stage.WAITING && queue != null) {
      long waitedMs = model.timeMs - contact.queuedMs;
      long maxMs = queue.admission().maxWaitMs();
      promise(
          contact.callback != null
              || maxMs == 0
              || waitedMs < maxMs
              || DoorPromises.isGuarded(model, contact),
          "waits longer than allowed",
          contact);
      RelaxationStep next = nextStep(contact, queue);
      promise(next == null || waitedMs < next.afterMs(), "has not relaxed in time", contact);
      promise(
          contact.only == null || (model.timeMs < contact.aloneUntilMs && anybodySuits(contact)),
          "waits too long for one agent alone",
          contact);
    }
  }

  private void onTime(ModelAgent agent) {
    promise(
        !agent.wrappingUp || agent.wrapUpUntilMs == 0 || model.timeMs < agent.wrapUpUntilMs,
        "wraps up for longer than allowed",
        agent.plan.id());
    promise(
        agent.pauseAtMs == 0 || model.timeMs < agent.pauseAtMs,
        "has no pause in time",
        agent.plan.id());
    promise(
        !agent.retrying || model.timeMs < agent.retryUntilMs, "rests too long", agent.plan.id());
  }

  private static @Nullable RelaxationStep nextStep(ModelContact contact, QueuePlan queue) {
    List<RelaxationStep> steps = queue.routing().relaxation();
    return contact.relaxed < steps.size() ? steps.get(contact.relaxed) : null;
  }

  /** Nobody waits for a step when without it nobody at work could ever serve. */
  private void hopeIsLeft(ModelContact contact) {
    QueuePlan queue = queue(contact);
    if (contact.stage == ModelContact.Stage.WAITING
        && queue != null
        && nextStep(contact, queue) != null) {
      promise(anybodySuits(contact), "waits for nobody, and could ask for less", contact);
    }
  }

  private boolean anybodySuits(ModelContact contact) {
    return model.agents.values().stream()
        .anyMatch(
            a ->
                a.signedIn
                    && !a.leaving
                    && a.configured
                    && ReferenceRouter.suits(model, a, contact));
  }

  private void refusalsHaveConsequences(Entry entry) {
    for (Event event : entry.events()) {
      if (event instanceof OfferEvent.Failed e) {
        ModelAgent agent = model.agents.get(e.agent());
        QueuePlan queue =
            agent == null || agent.offerQueue == null ? null : model.queue(agent.offerQueue);
        if (agent != null && queue != null && agent.signedIn) {
          refusalHasConsequences(agent, queue.offers(), e);
        }
      }
    }
  }

  private void refusalHasConsequences(
      ModelAgent agent, OfferPolicy policy, OfferEvent.Failed failed) {
    boolean rejected = failed.why() == OfferEvent.Why.REJECTED;
    if (rejected || failed.why() == OfferEvent.Why.NO_ANSWER) {
      boolean missedTooOften =
          (!rejected || policy.rejectionIsMiss())
              && policy.missesBeforePause() > 0
              && agent.misses >= policy.missesBeforePause();
      boolean declinedTooOften =
          rejected
              && policy.rejectionsBeforePause() > 0
              && agent.rejections >= policy.rejectionsBeforePause();
      promise(agent.paused || !(missedTooOften || declinedTooOften), "should be paused", failed);
    }
    Long restMs = restMs(policy.delays(), failed.why());
    promise(
        restMs == null || agent.retryUntilMs >= model.timeMs + restMs, "rests too shortly", failed);
  }

  private static @Nullable Long restMs(RetryDelays delays, OfferEvent.Why why) {
    return switch (why) {
      case NO_ANSWER -> delays.noAnswerMs();
      case REJECTED -> delays.rejectedMs();
      case BUSY -> delays.busyMs();
      case UNREACHABLE -> delays.unreachableMs();
      case CALLER_GONE, WITHDRAWN, ANSWERED_ELSEWHERE, TAKEN_OVER, LOST -> null;
    };
  }

  // ---- what is allowed

  private void hasRoom(ContactEvent.Queued e) {
    ModelContact contact = model.contacts.get(e.contact());
    QueuePlan queue = model.queue(e.queue());
    if (contact == null || queue == null || e.queue().equals(contact.queue)) {
      return;
    }
    long there =
        model.contacts.values().stream()
            .filter(c -> e.queue().equals(c.queue) && c.inQueue())
            .count();
    int max = queue.admission().maxLength();
    promise(
        max == 0 || there < max || DoorPromises.isGuarded(model, contact),
        "enters a queue that is full",
        e);
  }

  private void stepIsTheNext(ContactEvent.Relaxed e) {
    ModelContact contact = model.contacts.get(e.contact());
    QueuePlan queue = contact == null ? null : queue(contact);
    RelaxationStep step = contact == null || queue == null ? null : nextStep(contact, queue);
    if (contact == null || queue == null || step == null) {
      throw new InvariantBroken(BROKEN, "there is no such step: " + e);
    }
    boolean due = model.timeMs - contact.queuedMs >= step.afterMs();
    promise(e.step() == contact.relaxed + 1, "leaves a step out", e);
    promise(due != e.early(), "is early, or is not, unlike what it says", e);
    promise(due || !anybodySuits(contact), "asks for less before it may", e);
    int gained =
        queue.routing().relaxation().stream()
            .limit(e.step())
            .mapToInt(RelaxationStep::addPriority)
            .sum();
    promise(e.priority() == contact.ownPriority + gained, "has another priority by it", e);
  }

  private void overtakenByOneWhoMay(OfferEvent.Failed e) {
    ModelContact overtaken = model.contacts.get(e.contact());
    ModelAgent agent = model.agents.get(e.agent());
    if (e.why() != OfferEvent.Why.TAKEN_OVER || overtaken == null || agent == null) {
      return;
    }
    promise(
        model.contacts.values().stream().anyMatch(c -> mayTakeOver(c, agent, overtaken)),
        "is taken over by nobody who may",
        e);
  }

  private boolean mayTakeOver(ModelContact contact, ModelAgent agent, ModelContact from) {
    QueuePlan queue = queue(contact);
    return contact.stage == ModelContact.Stage.WAITING
        && queue != null
        && queue.routing().takesOver()
        && ReferenceRouter.suits(model, agent, contact)
        && order().compare(contact, from) < 0;
  }

  private void interruptedByOneWhoMay(AgentEvent.WrapUpInterrupted e) {
    ModelContact by = model.contacts.get(e.by());
    ModelAgent agent = model.agents.get(e.agent());
    promise(by != null && agent != null && mayInterrupt(by, agent), "may not interrupt", e);
  }

  private boolean mayInterrupt(ModelContact contact, ModelAgent agent) {
    QueuePlan queue = queue(contact);
    QueuePlan wrappedUp = agent.wrapUpQueue == null ? null : model.queue(agent.wrapUpQueue);
    return contact.stage == ModelContact.Stage.WAITING
        && queue != null
        && queue.routing().interruptsWrapUp()
        && agent.wrappingUp
        && agent.freeWithoutWrapUp()
        && SeatReference.admits(model, agent)
        && wrappedUp != null
        && wrappedUp.routing().weight() < queue.routing().weight()
        && ReferenceRouter.suits(model, agent, contact);
  }

  // ---- who goes before

  /** One who just began to wait and found nobody free has taken what there was to take. */
  private void nobodyIsPassedOver(Entry entry) {
    List<ModelContact> fresh = new ArrayList<>();
    for (Event event : entry.events()) {
      if ((event instanceof OfferEvent.Failed e && e.why() == OfferEvent.Why.TAKEN_OVER)
          || event instanceof AgentEvent.WrapUpInterrupted) {
        return; // something was taken, by the first of them
      } else if (event instanceof ContactEvent.Queued e) {
        ModelContact contact = model.contacts.get(e.contact());
        if (contact != null) {
          fresh.add(contact);
        }
      }
    }
    for (ModelContact contact : fresh) {
      for (ModelAgent agent : model.agents.values()) {
        ModelContact offered = agent.contact == null ? null : model.contacts.get(agent.contact);
        boolean takeable =
            offered != null
                && offered.stage == ModelContact.Stage.OFFERED
                && agent.configured
                && !agent.leaving
                && mayTakeOver(contact, agent, offered);
        promise(!takeable, "could have taken an offer over", contact);
        promise(
            !(agent.configured && !agent.leaving && mayInterrupt(contact, agent)),
            "could have interrupted a wrap-up",
            contact);
      }
    }
  }

  private Comparator<ModelContact> order() {
    return ReferenceRouter.order(model);
  }

  private @Nullable QueuePlan queue(ModelContact contact) {
    QueueId queue = contact.queue;
    return queue == null ? null : model.queue(queue);
  }

  static void promise(boolean kept, String what, Object subject) {
    if (!kept) {
      throw new InvariantBroken(BROKEN, what + ": " + subject);
    }
  }
}
