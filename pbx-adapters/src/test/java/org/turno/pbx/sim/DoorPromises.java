package org.turno.pbx.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.turno.acd.engine.Entry;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.SystemEvent;
import org.turno.acd.input.Input;
import org.turno.acd.input.PbxInput;
import org.turno.acd.plan.Absence;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.Door;
import org.turno.acd.plan.EmptyPolicy;
import org.turno.acd.plan.KeyAction;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.RelaxationStep;
import org.turno.acd.plan.Requirement;

/** What is promised of the ways into queues and out of them. */
final class DoorPromises {
  private final FloorModel model;

  /** Who came into a closed line's own queue by another way than the line. */
  private final Set<ContactId> cameLater = new TreeSet<>();

  DoorPromises(FloorModel model) {
    this.model = model;
  }

  /** Nobody leaves but for a reason that holds, and nobody in danger to be hung up on. */
  void before(ContactEvent.Overflowed e, Input input) {
    ModelContact contact = model.contacts.get(e.contact());
    QueuePlan queue = model.queue(e.from());
    if (contact == null || queue == null) {
      return;
    }
    EmptyPolicy empty = queue.admission().empty();
    Promises.promise(
        !(e.to() instanceof Destination.ToAnnouncement) || !isGuarded(model, contact),
        "hangs up on a caller in danger",
        e);
    switch (e.why()) {
      case EXIT_KEY -> {
        boolean pressed =
            input instanceof PbxInput.KeyPressed key
                && key.leg().equals(contact.leg)
                && e.to().equals(leave(contact, key));
        Promises.promise(pressed, "leaves by a key that was not pressed", e);
      }
      case CLOSED -> {
        LinePlan as = line(contact.asLine);
        boolean lineShut = as != null && shut(Door.of(as.id()));
        Promises.promise(lineShut || shut(Door.of(queue.id())), "was not closed", e);
      }
      case JOIN_EMPTY ->
          Promises.promise(nobodyThere(contact, queue, empty.join()), "could have come in", e);
      case LEAVE_EMPTY ->
          Promises.promise(nobodyThere(contact, queue, empty.leave()), "could have stayed", e);
      case NO_AGENT -> {
        Long untilMs = noAgentMs(contact, queue);
        Promises.promise(
            untilMs != null && model.timeMs >= untilMs, "could have stayed for longer", e);
      }
      case QUEUE_FULL, MAX_WAIT, WITHDRAWN -> {}
    }
  }

  /** Whether it stays where others would be hung up on. */
  static boolean isGuarded(FloorModel model, ModelContact contact) {
    return model.plan.lines().stream()
        .noneMatch(l -> l.id().equals(contact.arrival.line()) && !l.protectedLine());
  }

  /** Nobody comes in who should not. */
  void before(ContactEvent.Queued e) {
    ModelContact contact = model.contacts.get(e.contact());
    QueuePlan queue = model.queue(e.queue());
    if (contact == null || queue == null || e.queue().equals(contact.queue)) {
      return;
    }
    if (contact.queue != null && sentByLine(line(contact.asLine), queue)) {
      cameLater.add(e.contact());
    } else {
      cameLater.remove(e.contact());
    }
    boolean guarded = isGuarded(model, contact);
    boolean mayBeShut = !guarded && queue.closed().to() != null;
    Promises.promise(!mayBeShut || !shut(Door.of(e.queue())), "comes into a closed queue", e);
    List<Absence> join = queue.admission().empty().join();
    Promises.promise(
        guarded || join == null || !nobodyThere(contact, queue, join), "comes to nobody", e);
    LinePlan as = line(contact.asLine);
    Promises.promise(guarded || !byShutLine(as, contact, e), "comes by a closed line", e);
  }

  private boolean byShutLine(@Nullable LinePlan as, ModelContact contact, ContactEvent.Queued e) {
    return as != null
        && contact.queue == null
        && as.queue().equals(e.queue())
        && as.closed().to() != null
        && shut(Door.of(as.id()));
  }

  /** When a decision is over: who may not wait does not, and keys lead where they lead. */
  void after(Entry entry, boolean nothingElseIsDue) {
    Promises.promise(
        !nothingElseIsDue || !model.doors.forcedTooLong(model.timeMs), "is forced too long", entry);
    for (QueuePlan queue : model.plan.queues()) {
      watched(queue);
    }
    for (ModelContact contact : model.contacts.values()) {
      QueuePlan queue = contact.queue == null ? null : model.queue(contact.queue);
      if (contact.stage == ModelContact.Stage.WAITING
          && queue != null
          && model.linked(contact.arrival.pbx())) {
        mayWait(contact, queue, nothingElseIsDue);
      }
    }
    if (entry.input() instanceof PbxInput.KeyPressed key) {
      leads(key, entry);
    }
  }

  private void mayWait(ModelContact contact, QueuePlan queue, boolean nothingElseIsDue) {
    LinePlan as = line(contact.asLine);
    if (contact.callback != null) {
      return; // has no call that could be sent anywhere
    }
    if (isGuarded(model, contact)) {
      return; // may have to stay where others would be hung up on
    }
    boolean sent = queue.closed().sendsWaiting() && shut(Door.of(queue.id()));
    boolean leadsOn =
        (sent && queue.closed().to() != null)
            || (sentByLine(as, queue) && !cameLater.contains(contact.arrival.contact()));
    Promises.promise(!leadsOn, "waits behind a closed door", contact);
    List<Absence> leave = queue.admission().empty().leave();
    Promises.promise(
        leave == null || !nobodyThere(contact, queue, leave), "waits for nobody", contact);
    Long untilMs = noAgentMs(contact, queue);
    Promises.promise(
        !nothingElseIsDue || untilMs == null || model.timeMs < untilMs,
        "waits too long for nobody",
        contact);
  }

  private boolean sentByLine(@Nullable LinePlan as, QueuePlan queue) {
    return as != null
        && as.queue().equals(queue.id())
        && as.closed().sendsWaiting()
        && shut(Door.of(as.id()))
        && as.closed().to() != null
        && !as.closed().to().equals(new Destination.ToQueue(queue.id()));
  }

  private void watched(QueuePlan queue) {
    EmptyPolicy empty = queue.admission().empty();
    if (empty.maxWaitMs() > 0) {
      boolean nobody =
          model.agents.values().stream()
              .noneMatch(
                  a ->
                      there(a, empty.absent())
                          && (a.plan.queues().isEmpty() || a.plan.queues().contains(queue.id()))
                          && queue.requirement().isMetBy(a.plan.skills()));
      Promises.promise(
          nobody == model.doors.desertedMs.containsKey(queue.id()),
          nobody ? "is deserted" : "is not deserted",
          queue.id());
    }
  }

  private @Nullable Long noAgentMs(ModelContact contact, QueuePlan queue) {
    EmptyPolicy empty = queue.admission().empty();
    Long sinceMs = model.doors.desertedMs.get(queue.id());
    return sinceMs == null || empty.maxWaitMs() == 0
        ? null
        : Math.max(sinceMs + empty.maxWaitMs(), contact.queuedMs + empty.newcomersMs());
  }

  private boolean nobodyThere(ModelContact contact, QueuePlan queue, @Nullable List<Absence> rule) {
    return rule != null
        && model.agents.values().stream()
            .noneMatch(agent -> there(agent, rule) && couldServe(agent, contact, queue, rule));
  }

  private static boolean there(ModelAgent agent, List<Absence> rule) {
    return agent.signedIn
        && !agent.leaving
        && agent.configured
        && rule.stream().noneMatch(agent::has);
  }

  /** Now, or, where penalties do not count, after any later step. */
  private boolean couldServe(
      ModelAgent agent, ModelContact contact, QueuePlan queue, List<Absence> rule) {
    boolean inside = queue.id().equals(contact.queue);
    List<QueueId> queues = new ArrayList<>(List.of(queue.id()));
    queues.addAll(inside ? contact.moreQueues : List.of());
    Requirement asks = inside ? contact.requirement : asked(contact, queue.requirement());
    if (suits(agent, contact, queues, asks, queue)) {
      return true;
    }
    List<RelaxationStep> steps = queue.routing().relaxation();
    for (int i = inside ? contact.relaxed : 0;
        i < steps.size() && !rule.contains(Absence.PENALTY);
        i++) {
      Requirement other = steps.get(i).requirement();
      asks = other == null ? asks : asked(contact, other);
      queues.addAll(steps.get(i).addQueues());
      if (suits(agent, contact, queues, asks, queue)) {
        return true;
      }
    }
    return false;
  }

  private Requirement asked(ModelContact contact, Requirement ofQueue) {
    LinePlan as = line(contact.asLine);
    Requirement both = as == null ? ofQueue : ofQueue.and(as.requirement());
    return both.and(contact.arrival.wishes().requirement());
  }

  private static boolean suits(
      ModelAgent agent,
      ModelContact contact,
      List<QueueId> queues,
      Requirement asks,
      QueuePlan queue) {
    List<QueueId> serves = agent.plan.queues();
    int limit = queue.hardContacts().limit();
    return agent.plan.seat().medium().equals(contact.arrival.medium())
        && agent.plan.phone().pbx().equals(contact.arrival.pbx())
        && !contact.arrival.wishes().never().contains(agent.plan.id())
        && !(queue.hardContacts().keepsAway() && limit > 0 && agent.hardInRow >= limit)
        && (serves.isEmpty() || queues.stream().anyMatch(serves::contains))
        && asks.isMetBy(agent.plan.skills());
  }

  private boolean shut(Door door) {
    return !model.doors.isOpen(door);
  }

  private @Nullable LinePlan line(LineId id) {
    return model.plan.lines().stream().filter(l -> l.id().equals(id)).findFirst().orElse(null);
  }

  private void leads(PbxInput.KeyPressed key, Entry entry) {
    boolean ignored = entry.events().stream().anyMatch(e -> e instanceof SystemEvent.InputIgnored);
    for (ModelContact contact : model.contacts.values()) {
      if (ignored && contact.inQueue() && contact.leg.equals(key.leg())) {
        Destination to = leave(contact, key);
        boolean stays = to instanceof Destination.ToQueue q && q.queue().equals(contact.queue);
        Promises.promise(to == null || stays, "pressed a key in vain", contact);
      }
    }
  }

  private @Nullable Destination leave(ModelContact contact, PbxInput.KeyPressed key) {
    QueuePlan queue = contact.queue == null ? null : model.queue(contact.queue);
    return queue != null && queue.keys().get(key.key()) instanceof KeyAction.Leave leave
        ? leave.to()
        : null;
  }
}
