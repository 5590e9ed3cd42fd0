package org.turno.acd.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.turno.acd.effect.Effect;
import org.turno.acd.engine.AcdCore;
import org.turno.acd.engine.AcdState;
import org.turno.acd.engine.DecisionLoop;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.Journal;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.input.AdminInput;
import org.turno.acd.input.DeskInput;
import org.turno.acd.input.EffectReport;
import org.turno.acd.input.HangupReason;
import org.turno.acd.input.Input;
import org.turno.acd.input.PbxInput;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.CallWishes;
import org.turno.acd.plan.CallerDisplay;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PbxPlan;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.PhoneState;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.Requirement;
import org.turno.acd.plan.SkillId;
import org.turno.acd.plan.Skills;

/**
 * A floor on which what happens is told step by step, and the journal that comes of it. Callers go
 * by names of the test's own, agents by their ids.
 */
final class Floor {
  static final PbxId PBX = new PbxId("asterisk");
  static final ZoneId ZONE = ZoneId.of("Europe/Madrid");

  private final AcdCore core = new AcdCore(new AcdState());
  private final Map<String, LegId> rings = new TreeMap<>();
  private final Map<String, ContactId> contacts = new LinkedHashMap<>();
  private final List<Entry> journal = new ArrayList<>();
  private final DecisionLoop loop = new DecisionLoop(core, new InMemory(), this::dispatched);
  private long nowMs = Instant.parse("2026-11-23T08:00:00Z").toEpochMilli();

  private final class InMemory implements Journal {
    @Override
    public void append(Entry entry) {
      journal.add(entry);
    }

    @Override
    public void close() {}
  }

  Floor(FloorPlan plan) {
    in(new AdminInput.JournalStarted("test"));
    in(new AdminInput.PlanLoaded(plan));
    in(new PbxInput.Inventory(PBX, "test", List.of(), List.of(), List.of()));
  }

  /** A plan in which every line leads to the queue of the same name, unless it says otherwise. */
  static FloorPlan plan(List<LinePlan> lines, List<QueuePlan> queues, AgentPlan... agents) {
    return new FloorPlan(List.of(new PbxPlan(PBX)), lines, queues, List.of(agents));
  }

  static LinePlan line(String id, String queue, int priority) {
    return new LinePlan(
        new LineId(id),
        "Line " + id,
        new QueueId(queue),
        priority,
        Requirement.nothing(),
        CallerDisplay.LINE,
        false);
  }

  /** An agent whose alias is the id with a capital; skills as "general:60 fr:40". */
  static AgentPlan agent(String id, String skills, String... queues) {
    TreeMap<SkillId, Integer> levels = new TreeMap<>();
    for (String skill : skills.isEmpty() ? new String[0] : skills.split(" ", -1)) {
      int colon = skill.indexOf(':');
      levels.put(
          new SkillId(skill.substring(0, colon)), Integer.valueOf(skill.substring(colon + 1)));
    }
    String alias = id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
    List<QueueId> served = List.of(queues).stream().map(QueueId::new).toList();
    return new AgentPlan(
        new AgentId(id), alias, new PhoneId(PBX, "PJSIP/" + id), new Skills(levels), served);
  }

  private void dispatched(Effect effect) {
    if (effect instanceof Effect.Ring ring) {
      rings.put(ring.phone().address(), ring.leg());
    } else if (effect instanceof Effect.OpenLine open) {
      rings.put(open.phone().address(), open.leg());
    }
  }

  Entry in(Input input) {
    return loop.process(input, nowMs);
  }

  /** Time passes; timers that fall due expire when they are due. */
  Floor after(double seconds) {
    long untilMs = nowMs + Math.round(seconds * 1_000);
    while (true) {
      Long deadlineMs = core.state().nextDeadlineMs();
      if (deadlineMs == null || deadlineMs > untilMs) {
        nowMs = untilMs;
        return this;
      }
      nowMs = Math.max(nowMs, deadlineMs);
      Input due = loop.due(nowMs);
      if (due != null) {
        in(due);
      }
    }
  }

  Floor signIn(String... agents) {
    for (String agent : agents) {
      in(new DeskInput.SignIn(new AgentId(agent)));
      nowMs += 1_000;
    }
    return this;
  }

  Floor signOut(String agent) {
    in(new DeskInput.SignOut(new AgentId(agent)));
    return this;
  }

  Floor pause(String agent, String reason) {
    in(new DeskInput.Pause(new AgentId(agent), reason));
    return this;
  }

  Floor ready(String agent) {
    in(new DeskInput.Ready(new AgentId(agent)));
    return this;
  }

  Floor phone(String agent, PhoneState state) {
    in(new PbxInput.PhoneChanged(PBX, new PhoneId(PBX, "PJSIP/" + agent), state));
    return this;
  }

  /** Somebody calls a line; the dialplan adds some words. */
  Floor call(String caller, String line, String... words) {
    CallWishes.Read read = CallWishes.read(List.of(words));
    assertEquals(List.of(), read.problems());
    Entry entry =
        in(
            new PbxInput.CallArrived(
                PBX, new LegId("leg-" + caller), new LineId(line), read.wishes()));
    for (var event : entry.events()) {
      if (event instanceof ContactEvent.Arrived arrived) {
        contacts.put(caller, arrived.contact());
      }
    }
    return this;
  }

  /** The phone of an agent who is being asked rings for a while and is answered. */
  Floor answer(String agent, double afterSeconds) {
    in(new PbxInput.LegRinging(PBX, leg(agent)));
    after(afterSeconds);
    for (Effect effect : in(new PbxInput.LegAnswered(PBX, leg(agent))).effects()) {
      if (effect instanceof Effect.Bridge) {
        nowMs += 100;
        in(new EffectReport.Done(PBX, effect.id()));
      }
    }
    return this;
  }

  /** The phone of an agent who is being asked rings. */
  Floor ring(String agent) {
    in(new PbxInput.LegRinging(PBX, leg(agent)));
    return this;
  }

  private LegId leg(String agent) {
    LegId leg = rings.get("PJSIP/" + agent);
    if (leg == null) {
      throw new AssertionError(agent + " was never asked");
    }
    return leg;
  }

  /** The agent's leg ends, because of the agent or because Turno wanted it. */
  Floor agentLegEnds(String agent, HangupReason reason) {
    in(new PbxInput.LegEnded(PBX, leg(agent), reason));
    return this;
  }

  /** The caller hangs up; the leg of the agent who talked, if any, is cleared at once. */
  Floor callerHangsUp(String caller, @Nullable String talkedWith) {
    in(new PbxInput.LegEnded(PBX, new LegId("leg-" + caller), HangupReason.NORMAL));
    if (talkedWith != null) {
      agentLegEnds(talkedWith, HangupReason.NORMAL);
    }
    return this;
  }

  /** A whole conversation begins: the call comes, the agent answers at once. */
  Floor busy(String caller, String line, String agent) {
    call(caller, line);
    return answer(agent, 0);
  }

  ContactId contact(String caller) {
    ContactId id = contacts.get(caller);
    if (id == null) {
      throw new AssertionError(caller + " never called");
    }
    return id;
  }

  List<ContactId> contacts() {
    return List.copyOf(contacts.values());
  }

  AcdState state() {
    return core.state();
  }

  List<Entry> journal() {
    return journal;
  }

  ContactStory story(ContactId id) {
    return switch (Explainer.explain(journal.iterator(), id.value(), entry -> {})) {
      case Explainer.Answer.Found found -> found.story();
      case Explainer.Answer other -> throw new AssertionError(other.toString());
    };
  }

  String text(String caller, Locale language) {
    return StoryText.of(story(contact(caller)), language, ZONE, false);
  }
}
