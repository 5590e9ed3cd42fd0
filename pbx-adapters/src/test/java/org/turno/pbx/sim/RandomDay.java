package org.turno.pbx.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.AnswerMode;
import org.turno.acd.plan.CallerDisplay;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.HardContactPolicy;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.MediumId;
import org.turno.acd.plan.OfferPolicy;
import org.turno.acd.plan.PauseReason;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.Requirement;
import org.turno.acd.plan.RetryDelays;
import org.turno.acd.plan.SeatPlan;
import org.turno.acd.plan.SkillId;
import org.turno.acd.plan.Skills;
import org.turno.acd.plan.WrapUpPolicy;

/** Small floors of every shape: skills, limits and overflows drawn by the seed. */
final class RandomDay {
  private static final List<String> REQUIREMENTS =
      List.of(
          "", "", "a", "b >= 50", "a or b", "a and b >= 30", "not c", "c >= 40 and (a or b >= 60)");

  private static final List<String> SKILLS = List.of("a", "b", "c");

  private static final MediumId CHAT = new MediumId("chat");

  private final SimRandom random;
  private final RandomRouting routing;

  private RandomDay(SimRandom random) {
    this.random = random;
    this.routing = new RandomRouting(random.stream("routing"));
  }

  static TestDay drawn(SimRandom random) {
    return new RandomDay(random).draw();
  }

  private TestDay draw() {
    int queueCount = (int) random.between(1, 4);
    int agentCount = (int) random.between(2, 9);
    List<QueuePlan> queues = new ArrayList<>();
    List<LinePlan> lines = new ArrayList<>();
    List<LineTraffic> traffic = new ArrayList<>();
    boolean chats = queueCount > 1 && random.chance(0.35);
    double load = 0.4 + random.uniform();
    for (int i = 0; i < queueCount; i++) {
      RandomDoors doors = new RandomDoors(random.stream("doors " + i));
      RandomAnnouncements told = new RandomAnnouncements(random.stream("announcements " + i));
      QueuePlan queue = queue(i, queueCount, doors);
      queues.add(queue.with(told.policy()).with(told.keys(queue.keys())));
      LinePlan line =
          line(i)
              .with(doors.closed(i, queueCount))
              .greeting(told.greeting())
              .listenedTo(random.stream("listening " + i).chance(0.7));
      lines.add(chats && i == queueCount - 1 ? line.in(CHAT) : line);
      traffic.add(traffic(i, load * agentCount / queueCount));
    }
    List<AgentPlan> agents = new ArrayList<>();
    for (int i = 0; i < agentCount; i++) {
      AgentPlan agent = agent(i, queueCount);
      agents.addAll(chats ? seats(agent) : List.of(agent));
    }
    FloorPlan plan =
        TestDays.plan(RandomDoors.safeLines(lines, queues), RandomDoors.safe(lines, queues), agents)
            .with(routing.reserves())
            .withPauses(random.chance(0.5) ? List.of() : pauses())
            .observing(
                random.stream("old queues").chance(0.5) ? List.of(DrawnOldQueues.PLAN) : List.of())
            .supervisedBy(DrawnListening.SUPERVISORS);
    return new TestDay(
        "drawn",
        plan,
        traffic,
        random.chance(0.5) ? AgentHabits.restless() : AgentHabits.everyday());
  }

  private QueuePlan queue(int index, int count, RandomDoors doors) {
    return QueuePlan.of("q" + index)
        .named("Queue " + index)
        .asking(Requirement.parse(pick(REQUIREMENTS)))
        .with(
            new OfferPolicy(
                random.between(4_000, 20_000),
                (int) random.between(0, 3),
                (int) random.between(0, 3),
                random.chance(0.3),
                new RetryDelays(retryDelayMs(), retryDelayMs(), retryDelayMs(), retryDelayMs())))
        .with(wrapUp())
        .with(hardContacts())
        .with(doors.admission(index, count))
        .with(doors.closed(index, count))
        .callingBack(doors.callback())
        .with(routing.policy(count))
        .with(doors.keys(count));
  }

  private AnswerMode answerMode() {
    double draw = random.uniform();
    return draw < 0.2 ? AnswerMode.OFF_HOOK : draw < 0.35 ? AnswerMode.AUTO : AnswerMode.MANUAL;
  }

  private HardContactPolicy hardContacts() {
    if (random.chance(0.4)) {
      return HardContactPolicy.NONE;
    }
    return new HardContactPolicy(
        (int) random.between(1, 3),
        random.chance(0.2) ? 0 : random.between(5_000, 180_000),
        PauseReason.HARD_CONTACTS,
        random.chance(0.5));
  }

  private long retryDelayMs() {
    return random.chance(0.3) ? 0 : random.between(100, 8_000);
  }

  /** None, until the agent ends it, or limited. */
  private WrapUpPolicy wrapUp() {
    if (random.chance(0.4)) {
      return WrapUpPolicy.NONE;
    }
    long minimumMs = random.chance(0.7) ? 0 : random.between(1_000, 5_000);
    if (random.chance(0.15)) {
      return new WrapUpPolicy(WrapUpPolicy.BY_AGENT, minimumMs, 0, 0);
    }
    long limitMs = random.between(5_000, 60_000);
    return random.chance(0.5)
        ? new WrapUpPolicy(limitMs, minimumMs, 0, 0)
        : new WrapUpPolicy(
            limitMs, minimumMs, random.between(1_000, 20_000), (int) random.between(1, 2));
  }

  /** Some of what agents give as reasons, so that others are refused. */
  private List<PauseReason> pauses() {
    List<PauseReason> pauses = new ArrayList<>();
    for (String name : AgentHabits.everyday().pauseReasons()) {
      if (random.chance(0.7)) {
        long limitMs = random.chance(0.5) ? 0 : random.between(5_000, 120_000);
        pauses.add(
            new PauseReason(name, name, name, random.chance(0.5), random.chance(0.7), limitMs));
      }
    }
    return pauses;
  }

  /** The first line is always protected. */
  private LinePlan line(int index) {
    return new LinePlan(
            new LineId("line" + index),
            "Line " + index,
            new QueueId("q" + index),
            index == 0 ? 50 : (int) random.between(0, 2),
            Requirement.parse(random.chance(0.8) ? "" : pick(REQUIREMENTS)),
            index == 0 ? CallerDisplay.LINE : CallerDisplay.CALLER,
            index == 0)
        .preferring(routing.preference(0.2))
        .callingBack(index > 0 && random.chance(0.8));
  }

  private LineTraffic traffic(int index, double erlangs) {
    double talkMs = random.between(10_000, 90_000);
    double callsPerSlot = erlangs * 600_000 / (talkMs + 10_000);
    return new LineTraffic(
        new LineId("line" + index),
        600_000,
        List.of(callsPerSlot, callsPerSlot * 0.3, callsPerSlot * 1.5),
        talkMs,
        10_000,
        random.between(15_000, 120_000));
  }

  private AgentPlan agent(int index, int queueCount) {
    SortedMap<SkillId, Integer> skills = new TreeMap<>();
    for (String skill : SKILLS) {
      if (random.chance(0.6)) {
        skills.put(new SkillId(skill), (int) random.between(1, 100));
      }
    }
    List<QueueId> queues = new ArrayList<>();
    if (random.chance(0.3)) {
      queues.add(new QueueId("q" + random.between(0, queueCount - 1)));
    }
    return new AgentPlan(
            new AgentId("agent" + index),
            "Agent " + index,
            new PhoneId(TestDays.PBX, "PJSIP/" + (100 + index)),
            new Skills(skills),
            queues,
            routing.tiers(queueCount))
        .answering(answerMode())
        .wrappingUp(random.chance(0.15) ? new WrapUpPolicy(random.between(5_000, 60_000)) : null);
  }

  /** A seat for calls, and none, one or two for chats, which bear with one another or do not. */
  private List<AgentPlan> seats(AgentPlan agent) {
    List<AgentPlan> seats = new ArrayList<>();
    int most = (int) random.between(0, 2);
    seats.add(agent.at(seat(agent, MediumId.VOICE, CHAT)));
    for (int i = 1; i <= most; i++) {
      seats.add(
          new AgentPlan(
                  new AgentId(agent.id() + ".chat" + i),
                  agent.alias() + " at chat " + i,
                  new PhoneId(TestDays.PBX, agent.phone().address() + "-chat" + i),
                  agent.skills(),
                  agent.queues(),
                  agent.tiers())
              .at(seat(agent, CHAT, MediumId.VOICE)));
    }
    return seats;
  }

  private SeatPlan seat(AgentPlan agent, MediumId medium, MediumId other) {
    SortedMap<MediumId, Integer> beside = new TreeMap<>();
    beside.put(other, (int) random.between(0, 2));
    return new SeatPlan(agent.id(), medium, beside);
  }

  private String pick(List<String> list) {
    return list.get((int) random.between(0, list.size() - 1));
  }
}
