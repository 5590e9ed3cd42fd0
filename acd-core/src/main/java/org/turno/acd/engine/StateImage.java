package org.turno.acd.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.turno.acd.agent.Agent;
import org.turno.acd.contact.Contact;
import org.turno.acd.contact.LastAgents;
import org.turno.acd.contact.Listening;
import org.turno.acd.effect.Effect;
import org.turno.acd.estimate.EstimateBook;
import org.turno.acd.observed.ObservedFloor;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.QueueId;

/**
 * The whole state after one entry, to be kept and restored from. What follows from the rest is left
 * out and worked out anew: lines, phones, lengths of queues, whose a leg is, and the router's
 * index.
 *
 * <p>Contacts and agents are the state's own, not copies: write the image before the state goes on,
 * and restore from an image once.
 *
 * @param journalId the journal's own name
 * @param seq the entry's number
 * @param timeMs the entry's time, epoch milliseconds
 * @param previousTimeMs the time of the entry before
 * @param contactCount how many contacts the journal has seen
 * @param plan the configuration in force
 * @param contacts in order of arrival
 * @param agents in the order of the state
 * @param offers that are being made, oldest first
 * @param links to the PBXs, in order of their first mention
 * @param outstanding effects whose fate is unknown, oldest first
 * @param timers in the order in which they are due
 * @param timersSet how many timers were ever set
 * @param askedLast by queue, the place of the agent asked last
 * @param estimates what estimates of waits rest on; the state's own, too
 * @param ringing contacts for which everybody who gets free is asked too
 * @param lastAgents who served which customer last; the state's own, too
 * @param doors which lines and queues are open
 * @param deserted queues for which nobody is there, since when
 * @param observed what is known of PBXs' own queues; the state's own, too
 * @param listenings supervisors who take part in conversations
 */
public record StateImage(
    String journalId,
    long seq,
    long timeMs,
    long previousTimeMs,
    long contactCount,
    FloorPlan plan,
    List<Contact> contacts,
    List<Agent> agents,
    List<Offer> offers,
    List<Link> links,
    List<Effect> outstanding,
    List<Timers.Running> timers,
    long timersSet,
    Map<QueueId, Integer> askedLast,
    EstimateBook estimates,
    List<ContactId> ringing,
    LastAgents lastAgents,
    List<DoorBook.State> doors,
    Map<QueueId, Long> deserted,
    ObservedFloor observed,
    List<Listening> listenings) {

  /** A {@link PbxLink}. */
  record Link(PbxId id, boolean connected, long downSinceMs, Map<LegId, Effect> closing) {}

  /** The state as it is now. */
  public static StateImage of(AcdState s) {
    List<Link> links = new ArrayList<>();
    s.links
        .values()
        .forEach(
            l ->
                links.add(
                    new Link(l.id, l.connected, l.downSinceMs, new LinkedHashMap<>(l.closing))));
    return new StateImage(
        s.journalId,
        s.seq,
        s.timeMs,
        s.previousTimeMs,
        s.contactCount,
        s.plan,
        List.copyOf(s.contacts.values()),
        List.copyOf(s.agents.values()),
        List.copyOf(s.offers.values()),
        links,
        List.copyOf(s.outstanding.values()),
        s.timers.inOrder(),
        s.timers.setCount(),
        s.router.askedLast(),
        s.estimates,
        List.copyOf(s.ringing.keySet()),
        s.lastAgents,
        s.doors.all(),
        new TreeMap<>(s.deserted),
        s.observed,
        List.copyOf(s.listenings.values()));
  }

  /** A state equal to the one that this is of. */
  public AcdState restore() {
    AcdState s = new AcdState();
    s.journalId = journalId;
    s.seq = seq;
    s.timeMs = timeMs;
    s.previousTimeMs = previousTimeMs;
    s.contactCount = contactCount;
    s.plan = plan;
    plan.lines().forEach(line -> s.lines.put(line.id(), line));
    s.queues.planned(plan.queues());
    links.forEach(link -> restore(s, link));
    contacts.forEach(contact -> restore(s, contact));
    agents.forEach(agent -> restore(s, agent));
    Seats.assign(agents);
    offers.forEach(offer -> s.offers.put(offer.id(), offer));
    outstanding.forEach(effect -> s.outstanding.put(effect.id(), effect));
    s.timers.restore(timers, timersSet);
    s.estimates = estimates;
    s.lastAgents = lastAgents;
    s.doors.restore(doors);
    s.deserted.putAll(deserted);
    s.observed = observed;
    listenings.forEach(listening -> s.listenings.put(listening.supervisor(), listening));
    ringing.forEach(id -> s.ringing.put(id, s.contact(id)));
    s.router.begin(seq, timeMs);
    s.router.planned(plan, agents, contacts);
    s.router.restoreAskedLast(askedLast);
    s.router.settled();
    return s;
  }

  private static void restore(AcdState s, Contact contact) {
    s.contacts.put(contact.id(), contact);
    if (contact.caller().hasLeg()) {
      s.link(contact.pbx()).callers.put(contact.leg(), contact);
    }
    if (contact.callback() != null) {
      s.callbacks.put(contact.ordinal(), contact);
    }
    QueueId queue = contact.queue();
    if (queue != null) {
      switch (contact.state()) {
        case WAITING, OFFERED -> s.queues.entered(queue);
        case CONNECTING, TALKING -> {}
      }
    }
  }

  private static void restore(AcdState s, Agent agent) {
    s.agents.put(agent.id(), agent);
    LegId leg = agent.leg();
    if (leg != null) {
      s.agentLegs.put(leg, agent);
    }
    if (agent.configured()) {
      s.phones.put(agent.plan().phone(), agent);
    }
  }

  private static void restore(AcdState s, Link image) {
    PbxLink link = s.link(image.id());
    link.connected = image.connected();
    link.downSinceMs = image.downSinceMs();
    link.closing.putAll(image.closing());
  }
}
