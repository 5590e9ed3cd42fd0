package org.turno.pbx.asterisk.ami;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asteriskjava.manager.event.QueueEntryEvent;
import org.asteriskjava.manager.event.QueueMemberEvent;
import org.asteriskjava.manager.event.QueueParamsEvent;
import org.turno.acd.input.ObservedInput;
import org.turno.acd.input.ObservedInput.ObservedCaller;
import org.turno.acd.input.ObservedInput.ObservedPhone;
import org.turno.acd.input.ObservedInput.ObservedQueue;
import org.turno.acd.plan.ObservedAgent;

/** The answer to one QueueStatus, put together line by line. */
final class QueueReading {
  /** More than any Asterisk has; beyond it something is wrong with who answers. */
  private static final int MOST_LINES = 200_000;

  private static final class Queue {
    long serviceLevelMs;
    final List<ObservedCaller> callers = new ArrayList<>();
    final List<ObservedAgent> agents = new ArrayList<>();
  }

  private final QueueEvents events;
  private final Map<String, Queue> queues = new LinkedHashMap<>();
  private final Map<String, ObservedPhone> phones = new LinkedHashMap<>();
  private int lines;

  QueueReading(QueueEvents events) {
    this.events = events;
  }

  void queue(QueueParamsEvent e) throws QueueEventException {
    Integer level = e.getServiceLevel();
    of(QueueEvents.queue(e.getQueue(), e)).serviceLevelMs =
        QueueEvents.spanMs(level == null ? null : level.longValue());
  }

  void caller(QueueEntryEvent e) throws QueueEventException {
    of(QueueEvents.queue(e.getQueue(), e))
        .callers
        .add(
            new ObservedCaller(
                QueueEvents.call(e.getUniqueId(), e), QueueEvents.spanMs(e.getWait())));
  }

  void agent(QueueMemberEvent e) throws QueueEventException {
    for (ObservedInput fact : events.facts(e)) {
      if (fact instanceof ObservedInput.AgentPlaced placed) {
        of(placed.queue()).agents.add(placed.agent());
        phone(placed.agent().agent(), e);
      }
    }
  }

  /** The same phone in several queues: a call in any of them is a call. */
  private void phone(String agent, QueueMemberEvent e) {
    Integer status = e.getStatus();
    Integer inCall = e.getIncall();
    ObservedPhone known = phones.get(agent);
    int now = status == null ? 0 : status;
    phones.put(
        agent,
        new ObservedPhone(
            agent,
            QueueEvents.phoneState(now),
            QueueEvents.rings(now) || (known != null && known.ringing()),
            (inCall != null && inCall == 1) || (known != null && known.inCall())));
  }

  private Queue of(String name) throws QueueEventException {
    if (++lines > MOST_LINES) {
      throw new QueueEventException("QueueStatus of more than " + MOST_LINES + " lines");
    }
    return queues.computeIfAbsent(name, missing -> new Queue());
  }

  QueueLink.Seen seen() {
    List<ObservedQueue> all = new ArrayList<>();
    queues.forEach(
        (name, queue) ->
            all.add(new ObservedQueue(name, queue.serviceLevelMs, queue.callers, queue.agents)));
    return new QueueLink.Seen(all, List.copyOf(phones.values()));
  }
}
