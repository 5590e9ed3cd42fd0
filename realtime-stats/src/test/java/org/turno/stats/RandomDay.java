package org.turno.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.turno.acd.engine.Entry;
import org.turno.acd.event.AgentEvent;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.ContactEvent.Outcome;
import org.turno.acd.event.Event;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.event.PbxEvent;
import org.turno.acd.event.SystemEvent;
import org.turno.acd.input.AdminInput;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.CallerDisplay;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.EffectId;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.OfferId;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PbxPlan;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.PhoneState;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.Requirement;
import org.turno.acd.plan.Skills;

/**
 * A stream of entries such as a core writes, at random but lawful: contacts come, wait, are
 * offered, talk, overflow, abandon and get lost; agents sign in, pause, wrap up and go. The seed
 * makes it all.
 */
final class RandomDay {
  private static final PbxId PBX = new PbxId("pbx");

  private static final class Caller {
    final ContactId id;
    final long arrivedMs;
    QueueId queue;
    @Nullable Worker worker;
    OfferId offer = new OfferId("none");
    long answeredMs;
    boolean talking;

    Caller(ContactId id, long arrivedMs, QueueId queue) {
      this.id = id;
      this.arrivedMs = arrivedMs;
      this.queue = queue;
    }
  }

  private static final class Worker {
    final AgentId id;
    boolean signedIn;
    boolean paused;
    boolean wrapUp;
    boolean legUp;
    @Nullable Caller caller;

    Worker(AgentId id) {
      this.id = id;
    }

    boolean free() {
      return signedIn && !paused && !wrapUp && !legUp && caller == null;
    }
  }

  private final Random random;
  private final List<QueueId> queues = new ArrayList<>();
  private final List<Caller> callers = new ArrayList<>();
  private final List<Worker> workers = new ArrayList<>();
  private final FloorPlan plan;
  private final long meanGapMs;
  private long seq;
  private long timeMs;
  private List<Event> events = new ArrayList<>();

  RandomDay(long seed, int queueCount, int agentCount, long startMs, long meanGapMs) {
    this.random = new Random(seed);
    this.meanGapMs = meanGapMs;
    this.timeMs = startMs;
    List<QueuePlan> queuePlans = new ArrayList<>();
    List<LinePlan> lines = new ArrayList<>();
    for (int i = 0; i < queueCount; i++) {
      QueuePlan queue = QueuePlan.of("q" + i);
      queuePlans.add(queue);
      queues.add(queue.id());
      lines.add(
          new LinePlan(
              new LineId("line" + i),
              "Line " + i,
              queue.id(),
              i % 3,
              Requirement.nothing(),
              CallerDisplay.LINE,
              i == 1));
    }
    List<AgentPlan> agents = new ArrayList<>();
    for (int i = 0; i < agentCount; i++) {
      AgentId id = new AgentId("a" + i);
      List<QueueId> served = i % 4 == 0 ? List.of() : List.of(queues.get(i % queueCount));
      agents.add(
          new AgentPlan(
              id, "Alias " + i, new PhoneId(PBX, "10" + i), new Skills(new TreeMap<>()), served));
      workers.add(new Worker(id));
    }
    plan = new FloorPlan(List.of(new PbxPlan(PBX)), lines, queuePlans, agents);
  }

  /** The next entry. */
  Entry next() {
    events = new ArrayList<>();
    if (seq == 0) {
      emit(new SystemEvent.PlanApplied(plan));
      emit(new PbxEvent.Connected(PBX, "test"));
    } else {
      timeMs += (long) (-Math.log(1 - random.nextDouble()) * meanGapMs);
      step();
    }
    seq++;
    return new Entry(seq, timeMs, new AdminInput.JournalStarted("test"), events, List.of());
  }

  private void emit(Event event) {
    events.add(event);
  }

  private void step() {
    switch (random.nextInt(8)) {
      case 0, 1 -> arrive();
      case 2, 3, 4 -> contactStep();
      case 5, 6 -> agentStep();
      default -> offerStep();
    }
  }

  private <T> @Nullable T any(List<T> list) {
    return list.isEmpty() ? null : list.get(random.nextInt(list.size()));
  }

  private void arrive() {
    int number = random.nextInt(queues.size());
    Caller caller = new Caller(new ContactId("c" + seq), timeMs, queues.get(number));
    LineId line = new LineId("line" + number);
    emit(
        new ContactEvent.Arrived(caller.id, PBX, new LegId("leg" + seq), line, number % 3, timeMs));
    if (random.nextInt(20) == 0) {
      overflow(caller, ContactEvent.OverflowReason.QUEUE_FULL);
    } else {
      emit(new ContactEvent.Queued(caller.id, caller.queue, Requirement.nothing()));
      callers.add(caller);
    }
  }

  private void overflow(Caller caller, ContactEvent.OverflowReason why) {
    if (random.nextBoolean()) {
      QueueId to = queues.get(random.nextInt(queues.size()));
      emit(new ContactEvent.Overflowed(caller.id, caller.queue, new Destination.ToQueue(to), why));
      emit(new ContactEvent.Queued(caller.id, to, Requirement.nothing()));
      caller.queue = to;
      if (!callers.contains(caller)) {
        callers.add(caller);
      }
    } else {
      Destination away = new Destination.ToExtension("fallback", "1");
      emit(new ContactEvent.Overflowed(caller.id, caller.queue, away, why));
      end(caller, Outcome.OVERFLOWED);
    }
  }

  private void end(Caller caller, Outcome outcome) {
    long waitMs = (caller.answeredMs == 0 ? timeMs : caller.answeredMs) - caller.arrivedMs;
    long talkMs = caller.talking ? timeMs - caller.answeredMs : 0;
    emit(new ContactEvent.Ended(caller.id, caller.queue, outcome, waitMs, talkMs));
    callers.remove(caller);
  }

  private void offerStep() {
    Caller caller = any(callers.stream().filter(c -> c.worker == null).toList());
    Worker worker = any(workers.stream().filter(Worker::free).toList());
    if (caller != null && worker != null) {
      caller.worker = worker;
      caller.offer = new OfferId("o" + seq);
      worker.caller = caller;
      worker.legUp = true;
      emit(
          new OfferEvent.Made(
              caller.offer, caller.id, caller.queue, worker.id, new LegId("l" + seq), timeMs + 1));
    }
  }

  private void contactStep() {
    Caller caller = any(callers);
    if (caller == null) {
      return;
    }
    Worker worker = caller.worker;
    if (worker == null) {
      waitingStep(caller);
    } else if (caller.answeredMs == 0) {
      ringingStep(caller, worker);
    } else if (!caller.talking) {
      connectingStep(caller, worker);
    } else {
      end(caller, Outcome.SERVED);
      worker.caller = null;
      released(worker);
      if (random.nextBoolean()) {
        emit(new AgentEvent.WrapUpStarted(worker.id, caller.id, caller.queue));
        worker.wrapUp = true;
      }
    }
  }

  private void waitingStep(Caller caller) {
    switch (random.nextInt(6)) {
      case 0 -> end(caller, Outcome.ABANDONED);
      case 1 -> overflow(caller, ContactEvent.OverflowReason.MAX_WAIT);
      case 2 -> end(caller, random.nextBoolean() ? Outcome.LOST : Outcome.TAKEN_BY_PBX);
      case 3 -> {
        if (random.nextInt(5) == 0) {
          end(caller, Outcome.UNSERVABLE);
        }
      }
      default -> offerStep();
    }
  }

  private void ringingStep(Caller caller, Worker worker) {
    switch (random.nextInt(4)) {
      case 0 -> emit(new OfferEvent.Ringing(caller.offer, worker.id));
      case 1 -> {
        OfferEvent.Why why =
            random.nextBoolean() ? OfferEvent.Why.NO_ANSWER : OfferEvent.Why.REJECTED;
        fail(caller, worker, why);
        emit(new AgentEvent.RetryDelayed(worker.id, timeMs + 5_000));
        if (random.nextInt(3) == 0) {
          emit(new AgentEvent.Paused(worker.id, "missed", true));
          worker.paused = true;
        }
      }
      case 2 -> {
        fail(caller, worker, OfferEvent.Why.CALLER_GONE);
        end(caller, Outcome.ABANDONED);
      }
      default -> {
        emit(new OfferEvent.Accepted(caller.offer, worker.id));
        emit(new ContactEvent.Answered(caller.id, caller.offer, worker.id));
        emit(new ContactEvent.BridgeRequested(caller.id, new EffectId("b" + seq)));
        caller.answeredMs = timeMs;
      }
    }
  }

  private void fail(Caller caller, Worker worker, OfferEvent.Why why) {
    emit(new OfferEvent.Failed(caller.offer, caller.id, worker.id, why));
    caller.worker = null;
    worker.caller = null;
    released(worker);
  }

  private void released(Worker worker) {
    emit(new AgentEvent.Released(worker.id, new LegId("l"), true));
    worker.legUp = false;
  }

  private void connectingStep(Caller caller, Worker worker) {
    switch (random.nextInt(4)) {
      case 0 -> {
        emit(new ContactEvent.Returned(caller.id, worker.id));
        caller.worker = null;
        caller.answeredMs = 0;
        worker.caller = null;
        released(worker);
      }
      case 1 -> {
        end(caller, Outcome.ABANDONED);
        worker.caller = null;
        released(worker);
      }
      default -> {
        emit(
            new ContactEvent.Connected(caller.id, worker.id, caller.answeredMs - caller.arrivedMs));
        caller.talking = true;
      }
    }
  }

  private void agentStep() {
    Worker worker = workers.get(random.nextInt(workers.size()));
    AgentId id = worker.id;
    if (!worker.signedIn) {
      emit(new AgentEvent.SignedIn(id));
      worker.signedIn = true;
    } else if (worker.wrapUp) {
      emit(new AgentEvent.WrapUpEnded(id, random.nextBoolean()));
      worker.wrapUp = false;
    } else if (worker.paused) {
      emit(new AgentEvent.Resumed(id));
      worker.paused = false;
    } else if (worker.caller == null) {
      idleStep(worker);
    } else {
      emit(new AgentEvent.Paused(id, "lunch", false));
      worker.paused = true;
    }
  }

  private void idleStep(Worker worker) {
    AgentId id = worker.id;
    switch (random.nextInt(8)) {
      case 0 -> {
        emit(new AgentEvent.SignedOut(id));
        worker.signedIn = false;
      }
      case 1 -> {
        emit(new AgentEvent.Paused(id, "break", false));
        worker.paused = true;
      }
      case 2 -> emit(new AgentEvent.PhoneChanged(id, PhoneState.UNREACHABLE));
      case 3 -> emit(new AgentEvent.PhoneChanged(id, PhoneState.FREE));
      default -> emit(new AgentEvent.RetryDelayEnded(id));
    }
  }
}
