package org.turno.acd.engine;

import org.turno.acd.effect.Effect;
import org.turno.acd.plan.EffectId;

/** What gives a leg up, asked for again under an id of its own. */
final class AskedAgain {
  private AskedAgain() {}

  static Effect of(Decision d, Effect effect) {
    EffectId id = d.newEffectId();
    return switch (effect) {
      case Effect.SendToDialplan e ->
          new Effect.SendToDialplan(id, e.pbx(), e.leg(), e.context(), e.extension());
      case Effect.GiveBack e -> new Effect.GiveBack(id, e.pbx(), e.leg());
      case Effect.HangUp e -> new Effect.HangUp(id, e.pbx(), e.leg());
      // whoever is to hear why the call ends, and is still there, may not have heard all of it
      case Effect.Announce e ->
          new Effect.Announce(id, e.pbx(), e.leg(), e.prompts(), e.language(), e.after());
      case Effect.Park e -> throw keepsIts(e);
      case Effect.Ring e -> throw keepsIts(e);
      case Effect.OpenLine e -> throw keepsIts(e);
      case Effect.AskNumber e -> throw keepsIts(e);
      case Effect.CallBack e -> throw keepsIts(e);
      case Effect.Bridge e -> throw keepsIts(e);
      case Effect.Listen e -> throw keepsIts(e);
      case Effect.DropBridge e -> throw keepsIts(e);
    };
  }

  private static IllegalStateException keepsIts(Effect effect) {
    return new IllegalStateException(effect + " does not give a leg up");
  }
}
