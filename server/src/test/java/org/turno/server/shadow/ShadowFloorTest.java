package org.turno.server.shadow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.turno.acd.engine.AcdState;
import org.turno.acd.engine.Entry;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.FloorPlan;
import org.turno.server.whatif.SmallDay;

/** What a configuration that looks on tells. */
final class ShadowFloorTest {
  private static List<ShadowFloor.Difference> differences(ShadowFloor shadow) {
    List<ShadowFloor.Difference> all = new ArrayList<>();
    for (Entry entry : SmallDay.entries()) {
      all.addAll(shadow.apply(entry));
    }
    return all;
  }

  @Test
  void theSameConfigurationNeverDiffers() {
    ShadowFloor shadow = new ShadowFloor(new AcdState(), SmallDay.plan(4));
    assertEquals(List.of(), differences(shadow));
    assertEquals(360, shadow.offers());
    assertEquals(360, shadow.alike());
  }

  @Test
  void anAgentWhomItDoesNotHaveWouldNotBeAsked() {
    ShadowFloor shadow = new ShadowFloor(new AcdState(), SmallDay.plan(3));
    List<ShadowFloor.Difference> all = differences(shadow);
    assertTrue(all.size() > 50, all.toString());
    assertEquals(shadow.offers(), shadow.alike() + all.size());
    assertTrue(all.stream().allMatch(d -> d.text().contains("to a3")), all.toString());
  }

  @Test
  void itAsksOthersWhereverTheRealOneAsksWhomItLacks() {
    FloorPlan four = SmallDay.plan(4);
    List<AgentPlan> half =
        four.agents().stream().filter(agent -> !agent.id().value().equals("a1")).toList();
    FloorPlan other = new FloorPlan(four.pbxs(), four.lines(), four.queues(), half);
    ShadowFloor shadow = new ShadowFloor(new AcdState(), other);
    assertEquals(
        "a1",
        differences(shadow).stream()
            .map(d -> d.text().replaceFirst(".* to (a\\d),.*", "$1"))
            .distinct()
            .collect(Collectors.joining(",")));
  }

  @Test
  void itBeginsToLookOnInTheMiddleOfADay() {
    List<Entry> entries = SmallDay.entries();
    AcdState state = new AcdState();
    int half = entries.size() / 2;
    entries.subList(0, half).forEach(state::apply);
    ShadowFloor shadow = new ShadowFloor(state, SmallDay.plan(4));
    for (Entry entry : entries.subList(half, entries.size())) {
      assertEquals(List.of(), shadow.apply(entry), entry.toString());
    }
    assertTrue(shadow.offers() > 100);
  }
}
