package org.turno.stats;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.ObservedEvent;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PbxPlan;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.Skills;
import org.turno.acd.plan.TeamId;
import org.turno.acd.plan.TeamPlan;

/**
 * Who and what is there: queues, agents, living contacts, PBXs, as the configuration orders them.
 */
final class Floor {
  final GroupCounter totals = new GroupCounter();
  final PauseLedger pauses;
  private Map<QueueId, QueueModel> queues = new LinkedHashMap<>();
  private Map<AgentId, AgentModel> agents = new LinkedHashMap<>();
  private Map<TeamId, TeamModel> teams = new LinkedHashMap<>();
  private Map<PbxId, PbxFigures> pbxs = new LinkedHashMap<>();
  private final Map<LineId, LinePlan> lines = new LinkedHashMap<>();
  private final Map<ContactId, ContactModel> contacts = new LinkedHashMap<>();
  final DoorLedger doors = new DoorLedger();
  final ObservedAgents observedAgents;
  final ObservedQueues observed = new ObservedQueues(this);
  private long arrivals;

  /**
   * Empty.
   *
   * @param touched gets the agents whose state may be another
   */
  Floor(PauseLedger pauses, Set<AgentModel> touched) {
    this.pauses = pauses;
    observedAgents = new ObservedAgents(this, touched);
  }

  ContactModel arrived(ContactEvent.Arrived event) {
    LinePlan plan = lines.get(event.line());
    ContactModel contact =
        new ContactModel(
            event.contact(),
            ++arrivals,
            event.line(),
            event.priority(),
            event.arrivedMs(),
            plan != null && plan.protectedLine());
    contact.placeMs = event.arrivedMs() - event.wishes().ivrMs();
    contacts.put(contact.id, contact);
    return contact;
  }

  ContactModel arrived(ObservedEvent.Arrived event) {
    ContactModel contact =
        new ContactModel(event.contact(), ++arrivals, null, 0, event.arrivedMs(), false);
    contacts.put(contact.id, contact);
    return contact;
  }

  void ended(ContactModel contact) {
    contacts.remove(contact.id);
    QueueModel queue = contact.queue;
    if (queue != null) {
      dropIfForgotten(queue);
    }
  }

  @Nullable ContactModel contact(ContactId id) {
    return contacts.get(id);
  }

  @Nullable AgentModel agent(@Nullable AgentId id) {
    return id == null ? null : agents.get(id);
  }

  /** Known from its first contact on, even if the configuration has just lost it. */
  QueueModel queue(QueueId id) {
    return queues.computeIfAbsent(
        id,
        missing -> {
          QueueModel queue = new QueueModel(QueuePlan.of(missing.value()));
          queue.configured = false;
          return queue;
        });
  }

  void dropIfForgotten(QueueModel queue) {
    if (!queue.configured && queue.counter.empty()) {
      queues.remove(queue.id);
    }
  }

  void dropIfForgotten(AgentModel agent, long timeMs) {
    if (agent.forgotten()) {
      agent.serves(List.of(), null, timeMs);
      totals.staffing().leave(AgentState.SIGNED_OUT, timeMs);
      agents.remove(agent.id);
    }
  }

  Collection<AgentModel> agents() {
    return agents.values();
  }

  /** The configured agent whose phone it is; null for nobody, or where another is shown there. */
  @Nullable AgentModel agentOf(PhoneId phone, ObservedPresence presence) {
    for (AgentModel agent : agents.values()) {
      if (agent.plan().phone().equals(phone) && agent.takes(presence)) {
        return agent;
      }
    }
    return null;
  }

  /** The row of somebody whom only a PBX's own queues know. */
  AgentModel onlyObserved(AgentPlan plan, long timeMs) {
    return agents.computeIfAbsent(
        plan.id(),
        id -> {
          AgentModel made = new AgentModel(plan, pauses);
          made.planned(null);
          totals.staffing().join(AgentState.SIGNED_OUT, timeMs);
          return made;
        });
  }

  void link(PbxFigures pbx) {
    pbxs.put(pbx.id(), pbx);
    linkAgents();
  }

  void disconnected(PbxId pbx, long timeMs) {
    PbxFigures known = pbxs.get(pbx);
    link(new PbxFigures(pbx, false, known == null ? "" : known.version(), timeMs));
  }

  private void linkAgents() {
    for (AgentModel agent : agents.values()) {
      PbxFigures pbx = pbxs.get(agent.plan().phone().pbx());
      agent.pbxConnected(pbx != null && pbx.connected());
    }
  }

  /** A new configuration; agents' states are to be settled afterwards. */
  void plan(FloorPlan plan, long timeMs) {
    lines.clear();
    plan.lines().forEach(line -> lines.put(line.id(), line));
    pauses.planned(plan.pauses());
    doors.planned(plan);
    planPbxs(plan);
    observed.planned(plan);
    planQueues(plan);
    planTeams(plan);
    planAgents(plan, timeMs);
    observedAgents.rehost(timeMs);
    linkAgents();
  }

  private void planPbxs(FloorPlan plan) {
    Map<PbxId, PbxFigures> planned = new LinkedHashMap<>();
    for (PbxPlan pbx : plan.pbxs()) {
      PbxFigures known = pbxs.get(pbx.id());
      planned.put(pbx.id(), known == null ? new PbxFigures(pbx.id(), false, "", 0) : known);
    }
    pbxs = planned;
  }

  private void planQueues(FloorPlan plan) {
    Map<QueueId, QueueModel> planned = new LinkedHashMap<>();
    for (QueuePlan queuePlan : plan.queues()) {
      QueueModel known = queues.remove(queuePlan.id());
      QueueModel queue = known == null ? new QueueModel(queuePlan) : known;
      queue.plan = queuePlan;
      queue.configured = true;
      planned.put(queue.id, queue);
    }
    for (QueueModel removed : queues.values()) {
      PbxId pbx = removed.observedPbx;
      if (pbx != null && removed.configured) {
        observed.measure(removed, pbx);
        planned.put(removed.id, removed);
        continue;
      }
      removed.configured = false;
      if (!removed.counter.empty()) {
        planned.put(removed.id, removed);
      }
    }
    queues = planned;
  }

  private void planTeams(FloorPlan plan) {
    Map<TeamId, TeamModel> planned = new LinkedHashMap<>();
    for (TeamPlan teamPlan : plan.teams()) {
      TeamModel known = teams.get(teamPlan.id());
      TeamModel team = known == null ? new TeamModel(teamPlan) : known;
      team.planned(teamPlan);
      planned.put(team.id, team);
    }
    teams = planned;
  }

  private void planAgents(FloorPlan plan, long timeMs) {
    Map<AgentId, AgentModel> planned = new LinkedHashMap<>();
    for (AgentPlan agentPlan : plan.agents()) {
      AgentModel known = agents.remove(agentPlan.id());
      if (known == null) {
        known = new AgentModel(agentPlan, pauses);
        totals.staffing().join(AgentState.SIGNED_OUT, timeMs);
      }
      known.planned(agentPlan);
      TeamModel team = agentPlan.team() == null ? null : teams.get(agentPlan.team());
      known.serves(queuesOf(agentPlan), team, timeMs);
      planned.put(known.id, known);
    }
    List<AgentModel> removed = List.copyOf(agents.values());
    agents = planned;
    for (AgentModel agent : removed) {
      agents.put(agent.id, agent);
      agent.planned(null);
      dropIfForgotten(agent, timeMs);
    }
  }

  /**
   * The queues an agent names, or every queue; of those, where the agent meets what the queue asks
   * and what at least one of its lines asks besides.
   */
  private List<QueueModel> queuesOf(AgentPlan agent) {
    List<QueueModel> served = new ArrayList<>();
    for (QueueModel queue : queues.values()) {
      boolean named = agent.queues().isEmpty() || agent.queues().contains(queue.id);
      if (queue.configured && queue.observedPbx == null && named && suits(queue, agent.skills())) {
        served.add(queue);
      }
    }
    return served;
  }

  private boolean suits(QueueModel queue, Skills skills) {
    List<LinePlan> into = lines.values().stream().filter(l -> l.queue().equals(queue.id)).toList();
    return queue.plan.requirement().isMetBy(skills)
        && (into.isEmpty() || into.stream().anyMatch(l -> l.requirement().isMetBy(skills)));
  }

  void startDay(long dayStartMs) {
    totals.startDay(dayStartMs);
    queues.values().forEach(q -> q.startDay(dayStartMs));
    teams.values().forEach(team -> team.startDay(dayStartMs));
    agents.values().forEach(a -> a.startDay(dayStartMs));
    pauses.startDay(dayStartMs);
  }

  FloorFigures figures(long seq, long timeMs, long dayStartMs, List<TrendPoint> trend) {
    return new FloorFigures(
        seq,
        timeMs,
        dayStartMs,
        totals.figures(),
        queues.values().stream().map(this::figures).toList(),
        agents.values().stream().map(AgentModel::figures).toList(),
        teams.values().stream().map(TeamModel::figures).toList(),
        contacts.values().stream().map(ContactModel::figures).toList(),
        List.copyOf(pbxs.values()),
        trend,
        pauses.figures(),
        doors.figures(),
        observed.sources());
  }

  private QueueFigures figures(QueueModel queue) {
    PbxId pbx = queue.observedPbx;
    return queue.figures(pbx == null ? null : observed.source(pbx));
  }

  FiguresImage.FloorImage image() {
    return new FiguresImage.FloorImage(
        totals.image(),
        queues.values().stream().map(QueueModel::image).toList(),
        contacts.values().stream().map(ContactModel::image).toList(),
        agents.values().stream().map(AgentModel::image).toList(),
        teams.values().stream().map(TeamModel::image).toList(),
        pauses.image(),
        List.copyOf(pbxs.values()),
        List.copyOf(lines.values()),
        arrivals,
        doors.image(),
        observed.plans(),
        observed.sources(),
        observedAgents.image());
  }

  void restore(FiguresImage.FloorImage image) {
    totals.restore(image.totals());
    arrivals = image.arrivals();
    image.lines().forEach(line -> lines.put(line.id(), line));
    image.pbxs().forEach(pbx -> pbxs.put(pbx.id(), pbx));
    observed.restore(image.observedPlans(), image.observed());
    pauses.restore(image.pauses());
    doors.restore(image.doors());
    for (FiguresImage.Team one : image.teams()) {
      teams.put(one.id(), TeamModel.of(one));
    }
    for (FiguresImage.Queue one : image.queues()) {
      QueueModel queue = QueueModel.of(one);
      queues.put(queue.id, queue);
    }
    for (FiguresImage.ContactImage one : image.contacts()) {
      ContactModel contact = ContactModel.of(one, known(one.queue()));
      contacts.put(contact.id, contact);
      totals.restore(contact);
      QueueModel queue = contact.queue;
      if (queue != null) {
        queue.counter.restore(contact);
      }
    }
    for (FiguresImage.AgentImage one : image.agents()) {
      FiguresImage.ContactImage has = one.contact();
      ContactModel contact =
          has == null
              ? null
              : contacts.getOrDefault(has.id(), ContactModel.of(has, known(has.queue())));
      List<QueueModel> serves = new ArrayList<>();
      one.queues().forEach(id -> serves.add(requireNonNull(known(id))));
      TeamModel team = one.team() == null ? null : teams.get(one.team());
      agents.put(one.plan().id(), AgentModel.of(one, pauses, serves, team, contact));
    }
    observedAgents.restore(image.presences());
  }

  /** A queue that somebody still holds on to; it may be forgotten since. */
  private @Nullable QueueModel known(@Nullable QueueId id) {
    QueueModel known = id == null ? null : queues.get(id);
    return known == null && id != null ? new QueueModel(QueuePlan.of(id.value())) : known;
  }
}
