package org.turno.stats;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.turno.acd.engine.Entry;
import org.turno.acd.event.AgentEvent;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.ContactEvent.Outcome;
import org.turno.acd.event.ContactEvent.OverflowReason;
import org.turno.acd.event.Event;
import org.turno.acd.event.ObservedEvent;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.event.PbxEvent;
import org.turno.acd.event.QueueEvent;
import org.turno.acd.event.SystemEvent;
import org.turno.acd.event.TimerEvent;
import org.turno.acd.event.TimerId;
import org.turno.acd.event.WaitEstimate;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.QueueId;

/**
 * The live figures: a projection of the journal and of nothing else, so that a restart continues
 * them exactly and nothing that reads or resets them can reach routing. One thread applies entries
 * and takes snapshots; snapshots are immutable and free for all.
 *
 * <p>Tallies count from local midnight: they begin anew with the first entry of another day, whose
 * contacts still waiting count as offered on the new day.
 */
public final class LiveFigures {
  private final ZoneId zone;
  private final FiguresObserver observer;
  private final Floor floor;
  private final ContactCounting counting;
  private final ObservedCounting observed;
  private final Trend trend = new Trend();
  private final Set<AgentModel> touched = new LinkedHashSet<>();
  private long seq;
  private long timeMs;
  private long dayStartMs;
  private long dayEndMs;

  /**
   * Figures before the first entry.
   *
   * @param zone whose midnight begins a day
   * @param observer told of what is counted, while entries are applied
   */
  public LiveFigures(ZoneId zone, FiguresObserver observer) {
    this.zone = zone;
    this.observer = observer;
    floor = new Floor(new PauseLedger(observer), touched);
    counting = new ContactCounting(floor, observer);
    observed = new ObservedCounting(floor, counting);
  }

  /**
   * Continues figures that were kept.
   *
   * @param zone the same as before
   */
  public static LiveFigures of(FiguresImage image, ZoneId zone, FiguresObserver observer) {
    LiveFigures figures = new LiveFigures(zone, observer);
    figures.seq = image.seq();
    figures.timeMs = image.timeMs();
    figures.dayStartMs = image.dayStartMs();
    figures.dayEndMs = image.dayEndMs();
    figures.floor.restore(image.floor());
    figures.trend.restore(image.trend());
    return figures;
  }

  /** Everything, to be continued later. */
  public FiguresImage image() {
    return new FiguresImage(seq, timeMs, dayStartMs, dayEndMs, floor.image(), trend.image());
  }

  /** Counts the next entry of the journal. */
  public void apply(Entry entry) {
    seq = entry.seq();
    timeMs = entry.timeMs();
    trend.before(timeMs, floor.totals);
    if (timeMs >= dayEndMs) {
      startDay();
    }
    for (Event event : entry.events()) {
      switch (event) {
        case ContactEvent e -> applyContact(e);
        case OfferEvent e -> applyOffer(e);
        case AgentEvent e -> applyAgent(e);
        case PbxEvent e -> applyPbx(e);
        case ObservedEvent e -> observed.apply(e, timeMs);
        case SystemEvent e -> applySystem(e);
        case QueueEvent e -> floor.doors.apply(e);
        case TimerEvent e -> applyTimer(e);
      }
    }
    settleAgents();
  }

  /** Everything at this moment; rows that did not change are the same objects as before. */
  public FloorFigures snapshot() {
    return floor.figures(seq, timeMs, dayStartMs, trend.points());
  }

  private void startDay() {
    LocalDate day = Instant.ofEpochMilli(timeMs).atZone(zone).toLocalDate();
    dayStartMs = day.atStartOfDay(zone).toInstant().toEpochMilli();
    dayEndMs = day.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
    floor.startDay(dayStartMs);
  }

  /** After the whole entry: within one, an agent may pass through states nobody should see. */
  private void settleAgents() {
    for (AgentModel agent : touched) {
      agent.settle(floor.totals.staffing(), timeMs);
      floor.dropIfForgotten(agent, timeMs);
    }
    touched.clear();
  }

  private void applyContact(ContactEvent event) {
    if (event instanceof ContactEvent.Arrived e) {
      floor.totals.offered(floor.arrived(e));
      return;
    }
    ContactModel contact = floor.contact(event.contact());
    if (contact == null) {
      return;
    }
    contact.changed();
    switch (event) {
      case ContactEvent.Arrived e -> {}
      case ContactEvent.Queued e -> queued(contact, e.queue());
      case ContactEvent.Answered e -> {
        checkEstimate(contact);
        contact.offered.clear();
        contact.agent = e.agent();
        counting.moves(contact, ContactState.CONNECTING);
      }
      case ContactEvent.BridgeRequested e -> {}
      case ContactEvent.Relaxed e -> contact.priority = e.priority();
      case ContactEvent.Reprioritized e -> contact.priority = e.priority();
      case ContactEvent.Estimated e -> {
        contact.estimate = e.estimate();
        contact.estimatedMs = timeMs;
      }
      case ContactEvent.Announced e -> observer.announced(e.what(), e.rise());
      case ContactEvent.LanguageChosen e -> {}
      case ContactEvent.NamedAgentGivenUp e -> {}
      case ContactEvent.Recognized e -> {}
      case ContactEvent.Remembered e -> {}
      case ContactEvent.Moved e -> {
        contact.placeMs = e.placeMs();
        contact.placeTie = e.placeTie();
      }
      case ContactEvent.Connected e -> counting.connected(contact, e.waitMs());
      case ContactEvent.Returned e -> {
        idle(contact);
        waitsAgain(contact);
      }
      case ContactEvent.Overflowed e -> overflowed(contact, e);
      case ContactEvent.Callback e -> callback(contact, e);
      case ContactEvent.Listening e -> contact.listening(e);
      case ContactEvent.Ended e -> ended(contact, e);
    }
  }

  /** An agent answered: an estimate made as it came into this queue is held against its wait. */
  private void checkEstimate(ContactModel contact) {
    WaitEstimate made = contact.estimate;
    QueueModel queue = contact.queue;
    if (made != null && queue != null) {
      queue.calibration =
          queue.calibration.with(
              made.lowMs(), made.likelyMs(), made.highMs(), timeMs - contact.estimatedMs);
    }
    contact.estimate = null;
  }

  private void queued(ContactModel contact, QueueId id) {
    QueueModel queue = floor.queue(id);
    if (contact.queue != queue) {
      overflowed(contact);
      counting.enters(contact, queue);
    }
  }

  /** Who finds the door closed was not offered to anybody there. */
  private void overflowed(ContactModel contact, ContactEvent.Overflowed e) {
    boolean closed = e.why() == OverflowReason.CLOSED && contact.queue == null;
    if (!closed) {
      queued(contact, e.from());
    }
    contact.foundClosed = closed && !contact.everOffered;
    floor.queue(e.from()).counter.overflowed(e.why());
    floor.totals.overflowed(e.why());
    observer.overflowed(e.from(), e.why());
    switch (e.to()) {
      case Destination.ToQueue other -> overflowed(contact);
      case Destination.ToLine other -> overflowed(contact);
      case Destination.ToExtension extension -> {}
      case Destination.ToAnnouncement announcement -> {}
    }
  }

  /** Out of its queue, if it is in one, and on to another. */
  private void overflowed(ContactModel contact) {
    QueueModel queue = contact.queue;
    if (queue != null) {
      queue.counter.endedUnanswered(contact, Outcome.OVERFLOWED, false);
      observer.endedUnanswered(queue.id, Outcome.OVERFLOWED, timeMs - contact.arrivedMs);
      contact.queue = null;
      contact.estimate = null;
      floor.dropIfForgotten(queue);
    }
  }

  private void waitsAgain(ContactModel contact) {
    counting.moves(contact, ContactState.WAITING);
    contact.agent = null;
  }

  private void callback(ContactModel contact, ContactEvent.Callback event) {
    contact.callback(event, timeMs);
    if (event instanceof ContactEvent.Callback.Missed) {
      idle(contact);
      waitsAgain(contact);
    }
    if (contact.queue != null) {
      observer.callback(contact.queue.id, event);
    }
  }

  private void ended(ContactModel contact, ContactEvent.Ended event) {
    counting.ended(
        contact, event.outcome(), event.waitMs(), event.talkMs(), floor.agent(contact.agent));
    idle(contact);
    floor.ended(contact);
  }

  /** The contact's agent has nothing in hand any more; an offer's agent is told by the offer. */
  private void idle(ContactModel contact) {
    AgentModel agent = floor.agent(contact.agent);
    if (agent != null && agent.contact() == contact && contact.state != ContactState.RINGING) {
      works(agent, AgentModel.Work.NONE);
    }
  }

  private void applyOffer(OfferEvent event) {
    switch (event) {
      case OfferEvent.Made e -> {
        ContactModel contact = floor.contact(e.contact());
        if (contact != null) {
          counting.moves(contact, ContactState.RINGING);
          contact.offered.add(e.agent());
          contact.agent = contact.offered.getFirst();
        }
        AgentModel agent = floor.agent(e.agent());
        if (agent != null) {
          agent.reserved(contact);
          touched.add(agent);
        }
      }
      case OfferEvent.Ringing e -> works(floor.agent(e.agent()), AgentModel.Work.RINGING);
      case OfferEvent.Accepted e -> works(floor.agent(e.agent()), AgentModel.Work.TALKING);
      case OfferEvent.Failed e -> {
        ContactModel contact = floor.contact(e.contact());
        if (contact != null) {
          contact.offered.remove(e.agent());
          if (contact.offered.isEmpty()) {
            waitsAgain(contact);
          } else {
            contact.agent = contact.offered.getFirst();
            contact.changed();
          }
        }
        works(floor.agent(e.agent()), AgentModel.Work.NONE);
      }
    }
  }

  private void works(@Nullable AgentModel agent, AgentModel.Work work) {
    if (agent != null) {
      agent.works(work);
      touched.add(agent);
    }
  }

  private void applyAgent(AgentEvent event) {
    AgentModel agent = floor.agent(event.agent());
    if (agent == null) {
      return;
    }
    if (event instanceof AgentEvent.WrapUpEnded || event instanceof AgentEvent.WrapUpInterrupted) {
      wrappedUp(agent.contact(), agent.wrappedUp(timeMs));
    }
    if (event instanceof AgentEvent.Hard.ContactMarked) {
      ContactModel contact = agent.contact();
      QueueModel queue = contact == null ? null : contact.queue;
      if (queue != null) {
        observer.hardContact(queue.id);
      }
    }
    agent.apply(event, timeMs);
    touched.add(agent);
  }

  private void wrappedUp(@Nullable ContactModel contact, long lengthMs) {
    floor.totals.wrappedUp(lengthMs);
    QueueModel queue = contact == null ? null : contact.queue;
    if (queue != null) {
      queue.counter.wrappedUp(lengthMs);
    }
  }

  private void applyTimer(TimerEvent event) {
    if (event instanceof TimerEvent.Set set && set.timer().kind() == TimerId.Kind.WRAP_UP) {
      AgentModel agent = floor.agent(new AgentId(set.timer().subject()));
      if (agent != null) {
        agent.wrapUpUntil(set.deadlineMs());
      }
    }
  }

  private void applyPbx(PbxEvent event) {
    switch (event) {
      case PbxEvent.Connected e -> {
        floor.link(new PbxFigures(e.pbx(), true, e.version(), timeMs));
        touched.addAll(floor.agents());
      }
      case PbxEvent.Disconnected e -> {
        floor.disconnected(e.pbx(), timeMs);
        touched.addAll(floor.agents());
      }
      case PbxEvent.Reconciled e -> observer.reconciled(e.kind());
      case PbxEvent.LegClosed e -> {}
      case PbxEvent.EffectSettled e -> {}
    }
  }

  private void applySystem(SystemEvent event) {
    switch (event) {
      case SystemEvent.PlanApplied e -> {
        floor.plan(e.plan(), timeMs);
        touched.addAll(floor.agents());
      }
      case SystemEvent.InputIgnored e -> observer.ignored(e.reason());
      case SystemEvent.JournalStarted e -> {}
    }
  }
}
