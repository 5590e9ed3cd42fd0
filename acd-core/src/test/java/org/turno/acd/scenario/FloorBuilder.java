package org.turno.acd.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.AnswerMode;
import org.turno.acd.plan.CallerDisplay;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.PauseReason;
import org.turno.acd.plan.PbxPlan;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.Requirement;
import org.turno.acd.plan.SkillId;
import org.turno.acd.plan.Skills;
import org.turno.acd.plan.WrapUpPolicy;

/** A configuration in few words: each queue has a line of the same name. */
final class FloorBuilder {
  private final List<LinePlan> lines = new ArrayList<>();
  private final List<QueuePlan> queues = new ArrayList<>();
  private final List<AgentPlan> agents = new ArrayList<>();
  private final List<PauseReason> pauses = new ArrayList<>();

  /** A queue with everyday values: rings 15 s, retry delay 5 s, no wrap-up, no limits. */
  FloorBuilder queue(String name) {
    return queue(name, queue -> queue);
  }

  FloorBuilder queue(String name, UnaryOperator<QueueRules> rules) {
    queues.add(rules.apply(new QueueRules(name)).plan());
    return line(name, name, 0);
  }

  /** A queue in full. */
  FloorBuilder queue(QueuePlan plan) {
    queues.add(plan);
    return line(plan.id().value(), plan.id().value(), 0);
  }

  /** Another line to a queue. */
  FloorBuilder line(String name, String queue, int priority) {
    lines.add(
        new LinePlan(
            new LineId(name),
            name,
            new QueueId(queue),
            priority,
            Requirement.nothing(),
            CallerDisplay.LINE,
            false));
    return this;
  }

  FloorBuilder agents(String... names) {
    for (String name : names) {
      agent(name, "");
    }
    return this;
  }

  /** The agent named last takes offers in another way. */
  FloorBuilder answering(AnswerMode mode) {
    agents.add(agents.removeLast().answering(mode));
    return this;
  }

  /** The agent named last has a wrap-up of its own. */
  FloorBuilder wrappingUp(@Nullable WrapUpPolicy policy) {
    agents.add(agents.removeLast().wrappingUp(policy));
    return this;
  }

  /** An agent with skills such as {@code english=50 social=10}. */
  FloorBuilder agent(String name, String skills) {
    SortedMap<SkillId, Integer> levels = new TreeMap<>();
    for (String skill : skills.isEmpty() ? List.<String>of() : List.of(skills.split(" ", -1))) {
      String[] parts = skill.split("=", -1);
      levels.put(new SkillId(parts[0]), Integer.valueOf(parts[1]));
    }
    agents.add(
        new AgentPlan(
            new AgentId(name),
            name,
            new PhoneId(Scenario.PBX, "PJSIP/" + name),
            new Skills(levels),
            List.of()));
    return this;
  }

  /** A reason for pauses; limit 0 for none. */
  FloorBuilder pause(String name, boolean planned, long limitMs) {
    pauses.add(new PauseReason(name, name, name, true, planned, limitMs));
    return this;
  }

  FloorPlan plan() {
    return new FloorPlan(List.of(new PbxPlan(Scenario.PBX)), lines, queues, agents)
        .withPauses(pauses);
  }
}
