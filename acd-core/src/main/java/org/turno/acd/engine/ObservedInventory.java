package org.turno.acd.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.turno.acd.event.ContactEvent.Outcome;
import org.turno.acd.event.ObservedEvent;
import org.turno.acd.input.ObservedInput;
import org.turno.acd.input.ObservedInput.ObservedCaller;
import org.turno.acd.input.ObservedInput.ObservedPhone;
import org.turno.acd.input.ObservedInput.ObservedQueue;
import org.turno.acd.observed.ObservedContact;
import org.turno.acd.observed.ObservedPbx;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.ObservedAgent;
import org.turno.acd.plan.ObservedEnd;
import org.turno.acd.plan.ObservedPlan;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.QueueId;

/** Holds what is known of a PBX's own queues against what they hold, and gives way. */
final class ObservedInventory {
  private final Decision d;
  private final PbxId id;
  private final List<ObservedQueue> queues;
  private final Map<String, ObservedPhone> phones = new TreeMap<>();
  private final Set<LegId> waiting = new TreeSet<>();
  private final Observing observing;
  private final boolean wasInSight;
  private final long lostMs;

  ObservedInventory(Decision d, ObservedInput.Inventory inventory, ObservedPlan plan) {
    this.d = d;
    this.id = inventory.pbx();
    this.queues = inventory.queues().stream().filter(q -> plan.watches(q.queue())).toList();
    inventory.phones().forEach(phone -> phones.put(phone.agent(), phone));
    ObservedPbx before = d.state.observed.pbx(id);
    this.wasInSight = before.inSight();
    this.lostMs = before.lostMs();
    if (!wasInSight) {
      d.emit(new ObservedEvent.Sighted(id));
    }
    this.observing = new Observing(d, id);
  }

  private ObservedPbx pbx() {
    return d.state.observed.pbx(id);
  }

  private QueueId id(ObservedQueue queue) {
    return ObservedPlan.queueId(id, queue.queue());
  }

  void run() {
    queues.forEach(this::found);
    conversations();
    queues.forEach(this::callers);
    gone();
    queues.forEach(this::agents);
    phones.values().forEach(this::phone);
    queuesGone();
  }

  private void phone(ObservedPhone phone) {
    if (queues.stream().anyMatch(queue -> pbx().agent(id(queue), phone.agent()) != null)) {
      observing.phone(phone.agent(), phone.state());
    }
  }

  private void found(ObservedQueue queue) {
    if (!pbx().has(id(queue), queue.serviceLevelMs())) {
      d.emit(new ObservedEvent.QueueFound(id, id(queue), queue.queue(), queue.serviceLevelMs()));
    }
  }

  /** A conversation that ended unseen ended, as far as anybody knows, when sight was lost. */
  private void conversations() {
    for (ObservedContact contact : List.copyOf(pbx().contacts())) {
      String agent = contact.agent();
      if (agent != null) {
        ObservedPhone phone = phones.get(agent);
        if (phone == null || !phone.inCall()) {
          long endMs = wasInSight || lostMs == 0 ? d.timeMs : lostMs;
          observing.served(contact, endMs - contact.answeredMs(), ObservedEnd.UNKNOWN);
        }
      }
    }
  }

  private void callers(ObservedQueue queue) {
    for (ObservedCaller caller : queue.callers()) {
      if (!waiting.add(caller.call())) {
        continue;
      }
      ObservedContact known = pbx().contact(caller.call());
      if (known == null || known.talking() || !known.queue().equals(id(queue))) {
        observing.movedOn(known);
        observing.arrive(id(queue), caller.call(), d.timeMs - Math.max(0, caller.waitMs()));
      }
    }
  }

  /** Who waits no longer is lost; a phone that rings no longer has been given up. */
  private void gone() {
    for (ObservedContact contact : List.copyOf(pbx().contacts())) {
      if (contact.talking() || contact.leaving()) {
        continue;
      }
      if (!waiting.contains(contact.call())) {
        observing.end(contact, Outcome.LOST, d.timeMs - contact.arrivedMs());
        continue;
      }
      for (String agent : contact.rung()) {
        ObservedPhone phone = phones.get(agent);
        if (phone == null || !phone.ringing()) {
          observing.ringEnded(contact, agent);
        }
      }
    }
  }

  private void agents(ObservedQueue queue) {
    Set<String> there = new TreeSet<>();
    for (ObservedAgent agent : queue.agents()) {
      if (there.add(agent.agent())) {
        observing.placed(id(queue), agent);
      }
    }
    for (ObservedAgent known : List.copyOf(pbx().agents(id(queue)))) {
      if (!there.contains(known.agent())) {
        d.emit(new ObservedEvent.AgentRemoved(id, id(queue), known.agent()));
      }
    }
  }

  private void queuesGone() {
    Set<QueueId> there = new TreeSet<>();
    queues.forEach(queue -> there.add(id(queue)));
    for (QueueId known : List.copyOf(pbx().queues())) {
      if (!there.contains(known)) {
        observing.queueGone(known);
      }
    }
  }
}
