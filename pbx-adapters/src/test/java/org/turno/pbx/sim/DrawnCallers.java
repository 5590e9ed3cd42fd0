package org.turno.pbx.sim;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.CallWishes;
import org.turno.acd.plan.CustomerId;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.Key;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.Requirement;

/** Callers who all have the canary's number; some name an agent, some must not get one. */
final class DrawnCallers implements CallerBook {
  private final List<AgentPlan> agents;
  private final SimRandom random;
  private final double wishChance;

  DrawnCallers(FloorPlan plan, SimRandom random) {
    this.agents = plan.agents();
    this.random = random;
    this.wishChance = random.chance(0.5) ? 0 : 0.3;
  }

  @Override
  public CallerIdentity identity(LineId line) {
    return new CallerIdentity(Simulation.CANARY, random.chance(0.1));
  }

  @Override
  public CallWishes wishes(LineId line) {
    if (!random.chance(wishChance)) {
      return CallWishes.NONE;
    }
    CallWishes wishes =
        new CallWishes(
                (int) random.between(0, 2),
                Requirement.parse(random.chance(0.8) ? "" : "a"),
                random.chance(0.4) ? agent() : null,
                random.chance(0.4) ? List.of(agent()) : List.of(),
                random.between(0, 40_000))
            .preferring(Requirement.parse(random.chance(0.7) ? "" : "b and c"))
            .of(random.chance(0.5) ? null : new CustomerId("customer" + random.between(0, 9)));
    return random.chance(0.2) ? wishes.at((int) random.between(1, 4)) : wishes;
  }

  @Override
  public @Nullable Key presses(LineId line) {
    List<Key> keys = List.of(Key.values());
    return random.chance(0.3) ? keys.get((int) random.between(0, 3)) : null;
  }

  private AgentId agent() {
    return agents.get((int) random.between(0, agents.size() - 1)).id();
  }
}
