package org.turno.acd.engine;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.turno.acd.agent.Agent;
import org.turno.acd.agent.AgentState;
import org.turno.acd.collection.Lookup;
import org.turno.acd.contact.Contact;
import org.turno.acd.contact.LastAgents;
import org.turno.acd.contact.Listening;
import org.turno.acd.effect.Effect;
import org.turno.acd.estimate.EstimateBook;
import org.turno.acd.estimate.Outlook;
import org.turno.acd.event.Event;
import org.turno.acd.event.QueueEvent;
import org.turno.acd.event.TimerId;
import org.turno.acd.observed.ObservedFloor;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.Door;
import org.turno.acd.plan.EffectId;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.OfferId;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.ReservePlan;
import org.turno.acd.queue.QueueBook;
import org.turno.acd.routing.Candidate;
import org.turno.acd.routing.Rank;
import org.turno.acd.routing.Router;

/**
 * All that the core knows. {@link #apply} is the only way to change it, so that a state rebuilt
 * from a journal is the state that was. One thread; tests and tools may read between decisions.
 */
public final class AcdState {
  FloorPlan plan = FloorPlan.EMPTY;
  String journalId = "";
  long seq;
  long timeMs;
  long previousTimeMs;
  long contactCount;
  final Map<ContactId, Contact> contacts = new LinkedHashMap<>();
  final Map<AgentId, Agent> agents = new LinkedHashMap<>();
  final Map<LineId, LinePlan> lines = new LinkedHashMap<>();
  final Map<ContactId, Contact> ringing = new LinkedHashMap<>();
  final TreeMap<Long, Contact> callbacks = new TreeMap<>();
  final Map<String, Listening> listenings = new TreeMap<>();
  final Map<OfferId, Offer> offers = new LinkedHashMap<>();
  final Map<PbxId, PbxLink> links = new LinkedHashMap<>();
  final Lookup<LegId, Agent> agentLegs = new Lookup<>();
  final Map<EffectId, Effect> outstanding = new LinkedHashMap<>();
  LastAgents lastAgents = new LastAgents();
  final QueueBook queues = new QueueBook();
  final Timers timers = new Timers();
  final Router router = new Router();
  final DoorBook doors = new DoorBook();
  final Map<QueueId, Long> deserted = new TreeMap<>();
  EstimateBook estimates = new EstimateBook();
  ObservedFloor observed = new ObservedFloor();
  final Lookup<PhoneId, Agent> phones = new Lookup<>();
  private @Nullable Contact latest;
  private final Applier applier = new Applier(this);

  /** Applies a whole entry, as recovery does. */
  public void apply(Entry entry) {
    apply(entry, event -> {});
  }

  /**
   * Applies a whole entry and shows each event just before it takes effect, when the state is still
   * the one that it was decided on.
   */
  public void apply(Entry entry, Consumer<Event> before) {
    begin(entry.seq(), entry.timeMs());
    for (Event event : entry.events()) {
      before.accept(event);
      apply(event);
    }
    entry.effects().forEach(this::requested);
    router.settled();
  }

  /** The entry whose events follow. */
  void begin(long newSeq, long newTimeMs) {
    previousTimeMs = timeMs;
    seq = newSeq;
    timeMs = newTimeMs;
    router.begin(newSeq, newTimeMs);
  }

  /** What an event changes. */
  void apply(Event event) {
    applier.apply(event);
  }

  /** An effect goes out; it stays here until an event settles it. */
  void requested(Effect effect) {
    applier.requested(effect);
  }

  /** The link to a PBX, known from its first mention on. */
  PbxLink link(PbxId pbx) {
    return links.computeIfAbsent(pbx, PbxLink::new);
  }

  /** A contact. Most events of a decision are about the same one. */
  Contact contact(ContactId id) {
    if (latest == null || !latest.id().equals(id)) {
      latest = require(contacts.get(id), id);
    }
    return latest;
  }

  void arrived(Contact contact) {
    contacts.put(contact.id(), contact);
    link(contact.pbx()).callers.put(contact.leg(), contact);
    latest = contact;
  }

  void ended(Contact contact) {
    contacts.remove(contact.id());
    if (contact.caller().hasLeg()) {
      link(contact.pbx()).callers.remove(contact.leg());
    }
    callbacks.remove(contact.ordinal());
    latest = null;
  }

  Agent agent(AgentId id) {
    return require(agents.get(id), id);
  }

  private static <T> T require(@Nullable T found, Object id) {
    if (found == null) {
      throw new IllegalStateException(
          id + " is not in the state: the journal does not belong to it, run journal verify");
    }
    return found;
  }

  /** An agent; null for one whom nobody knows. */
  public @Nullable Agent findAgent(AgentId id) {
    return agents.get(id);
  }

  /** A contact; null when it is over or was never there. */
  public @Nullable Contact findContact(ContactId id) {
    return contacts.get(id);
  }

  @Nullable Contact contactByLeg(PbxId pbx, LegId leg) {
    PbxLink link = links.get(pbx);
    return link == null ? null : link.callers.get(leg);
  }

  @Nullable Agent agentByLeg(PbxId pbx, LegId leg) {
    Agent agent = agentLegs.get(leg);
    return agent != null && pbx.equals(agent.legPbx()) ? agent : null;
  }

  @Nullable Agent agentByPhone(PhoneId phone) {
    return phones.get(phone);
  }

  @Nullable Offer offer(@Nullable OfferId id) {
    return id == null ? null : offers.get(id);
  }

  @Nullable Effect outstanding(EffectId id) {
    return outstanding.get(id);
  }

  @Nullable LinePlan line(LineId id) {
    return lines.get(id);
  }

  QueueBook queues() {
    return queues;
  }

  Router router() {
    return router;
  }

  Timers timers() {
    return timers;
  }

  /** When the next timer is due, epoch milliseconds; null when none runs. */
  public @Nullable Long nextDeadlineMs() {
    Timers.Timer first = timers.first();
    return first == null ? null : first.deadlineMs();
  }

  @Nullable TimerId nextTimer() {
    Timers.Timer first = timers.first();
    return first == null ? null : first.id;
  }

  /** The configuration in force. */
  public FloorPlan plan() {
    return plan;
  }

  /** The journal's own name; empty before its first entry. */
  public String journalId() {
    return journalId;
  }

  /** The last entry's number; 0 before the first. */
  public long seq() {
    return seq;
  }

  /** The last entry's time, epoch milliseconds. */
  public long timeMs() {
    return timeMs;
  }

  /** How many contacts this journal has seen. */
  public long contactCount() {
    return contactCount;
  }

  /** Contacts that are not over, in order of arrival. */
  public Collection<Contact> contacts() {
    return Collections.unmodifiableCollection(contacts.values());
  }

  /** Supervisors who take part in conversations, by name. */
  public Collection<Listening> listenings() {
    return Collections.unmodifiableCollection(listenings.values());
  }

  /** All agents, in order of configuration. */
  public Collection<Agent> agents() {
    return Collections.unmodifiableCollection(agents.values());
  }

  /** Whether a line or queue is open, now. */
  public boolean isOpen(Door door) {
    return doors.isOpen(door);
  }

  /** What a supervisor said of a line or queue, whatever its hours say; null for nothing. */
  public QueueEvent.@Nullable Forced forced(Door door) {
    return doors.of(door).forced();
  }

  /** Where a contact that is in a queue stands among those who wait, now. */
  public Rank rank(Contact contact) {
    return router.rank(contact);
  }

  /** The free agents who may serve a waiting contact, now, the one to ask first. */
  public List<Candidate> candidates(Contact contact) {
    return router.candidates(contact);
  }

  /** The reserve that keeps a free agent back from a waiting contact, now; null for none. */
  public @Nullable ReservePlan keptBackBy(Agent agent, Contact contact) {
    return router.keptBackBy(agent, contact);
  }

  /** How long those who wait will wait, as of the last entry: a copy. By the deciding thread. */
  public Outlook outlook() {
    return outlook(timeMs);
  }

  /** Likewise as of a later moment up to which nothing happened. */
  Outlook outlook(long nowMs) {
    return Outlook.of(router.crowd(nowMs), router, estimates, plan, agents.values(), contacts::get);
  }

  /** What is known of queues that are a PBX's own; nothing is decided by it. */
  public ObservedFloor observed() {
    return observed;
  }

  /** Effects whose fate is unknown, oldest first. */
  public Collection<Effect> outstanding() {
    return Collections.unmodifiableCollection(outstanding.values());
  }

  /** An agent's state; null for an agent whom nobody knows. */
  public @Nullable AgentState agentState(AgentId id) {
    Agent agent = agents.get(id);
    return agent == null ? null : agent.state();
  }

  /**
   * The whole state as text, the same for equal states: what tests compare after a restore, and
   * what people read.
   */
  public String dump() {
    StringBuilder text = new StringBuilder();
    text.append("seq ").append(seq).append(" time ").append(timeMs).append(" journal ");
    text.append(journalId).append(" contacts ").append(contactCount).append('\n');
    contacts.values().forEach(c -> text.append("contact ").append(c).append('\n'));
    new TreeMap<>(agents).values().forEach(a -> text.append("agent ").append(a).append('\n'));
    offers.values().forEach(o -> text.append(o).append('\n'));
    links.values().forEach(l -> text.append("pbx ").append(l).append('\n'));
    outstanding.values().forEach(e -> text.append("outstanding ").append(e).append('\n'));
    text.append("listenings ").append(listenings.values()).append('\n');
    text.append("lengths ").append(queues).append('\n');
    text.append("timers ").append(timers).append('\n');
    text.append("doors ").append(doors).append(" deserted ").append(deserted).append('\n');
    text.append("last agents ").append(lastAgents).append('\n');
    text.append("asked last ").append(router).append('\n');
    text.append(estimates).append('\n');
    text.append("observed ").append(observed).append('\n');
    return text.append("plan ").append(plan).append('\n').toString();
  }
}
