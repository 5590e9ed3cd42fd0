package org.turno.acd.scenario;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.turno.acd.agent.AgentState;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.WrapUpPolicy;

/** Wrap-up that is mandatory for a while, that only the agent ends, or that can be extended. */
final class WrapUpTest extends ScenarioTest {
  /** Anna talks from 12s to 60s. */
  private Scenario wrappingUp(WrapUpPolicy policy) {
    return wrappingUp(policy, null);
  }

  private Scenario wrappingUp(WrapUpPolicy ofQueue, @Nullable WrapUpPolicy ofAnna) {
    FloorBuilder built = new FloorBuilder().queue(QueuePlan.of("info").with(ofQueue));
    Scenario floor = open(built.agents("anna").wrappingUp(ofAnna));
    floor.at("1s").agent("anna").signsIn();
    floor.at("10s").caller("one").dials("info");
    floor.at("12s").agent("anna").answers();
    floor.at("60s").caller("one").hangsUp();
    floor.expectState("anna", AgentState.WRAP_UP);
    return floor;
  }

  @Test
  void aMandatoryPartCannotBeCutShort() {
    Scenario floor = wrappingUp(new WrapUpPolicy(30_000, 10_000, 0, 0));
    floor.at("65s").agent("anna").endsWrapUp();
    floor.expectRefused("is mandatory for 5 more seconds");
    floor.expectState("anna", AgentState.WRAP_UP);
    floor.at("70s").agent("anna").endsWrapUp();
    floor.expectState("anna", AgentState.AVAILABLE);
  }

  @Test
  void aMinimumAsLongAsTheLimitMakesAllOfItMandatory() {
    Scenario floor = wrappingUp(new WrapUpPolicy(30_000, 30_000, 0, 0));
    floor.at("89s").agent("anna").endsWrapUp();
    floor.expectState("anna", AgentState.WRAP_UP);
    floor.at("90s").expectState("anna", AgentState.AVAILABLE);
  }

  @Test
  void whereOnlyTheAgentEndsItNoLimitDoes() {
    Scenario floor = wrappingUp(new WrapUpPolicy(WrapUpPolicy.BY_AGENT, 5_000, 0, 0));
    floor.at("62s").agent("anna").endsWrapUp();
    floor.expectRefused("is mandatory");
    floor.at("20m").expectState("anna", AgentState.WRAP_UP);
    floor.at("21m").agent("anna").extendsWrapUp();
    floor.expectRefused("has no limit: take your time");
    floor.at("22m").agent("anna").endsWrapUp();
    floor.expectState("anna", AgentState.AVAILABLE);
  }

  @Test
  void theAgentExtendsItAsOftenAsTheQueueAllows() {
    Scenario floor = wrappingUp(new WrapUpPolicy(30_000, 0, 20_000, 2));
    floor.at("80s").agent("anna").extendsWrapUp();
    floor.at("85s").agent("anna").extendsWrapUp();
    floor.at("86s").agent("anna").extendsWrapUp();
    floor.expectRefused("as often as it may be");
    floor.at("129s").expectState("anna", AgentState.WRAP_UP);
    floor.at("130s").expectState("anna", AgentState.AVAILABLE);
  }

  @Test
  void anAgentMayHaveAnotherWrapUpThanTheQueueGives() {
    Scenario floor = wrappingUp(new WrapUpPolicy(10_000), new WrapUpPolicy(60_000, 0, 30_000, 1));
    floor.at("115s").expectState("anna", AgentState.WRAP_UP);
    floor.agent("anna").extendsWrapUp();
    floor.at("149s").expectState("anna", AgentState.WRAP_UP);
    floor.at("150s").expectState("anna", AgentState.AVAILABLE);
  }

  @Test
  void anAgentsOwnWrapUpNeverEndsOneThatOnlyTheAgentMayEnd() {
    Scenario floor = wrappingUp(new WrapUpPolicy(WrapUpPolicy.BY_AGENT), new WrapUpPolicy(20_000));
    floor.at("20m").expectState("anna", AgentState.WRAP_UP);
  }

  @Test
  void extensionsBeginAnewWithTheNextContact() {
    Scenario floor = wrappingUp(new WrapUpPolicy(30_000, 0, 20_000, 1));
    floor.at("80s").agent("anna").extendsWrapUp();
    floor.at("2m").caller("two").dials("info");
    floor.at("122s").agent("anna").answers();
    floor.at("125s").agent("anna").hangsUp();
    floor.at("130s").agent("anna").extendsWrapUp();
    floor.at("174s").expectState("anna", AgentState.WRAP_UP);
    floor.at("175s").expectState("anna", AgentState.AVAILABLE);
  }

  @Test
  void withoutWrapUpThereIsNothingToExtend() {
    Scenario floor = wrappingUp(new WrapUpPolicy(30_000));
    floor.at("61s").agent("anna").endsWrapUp();
    floor.at("62s").agent("anna").extendsWrapUp();
    floor.expectRefused("anna is not in wrap-up");
  }
}
