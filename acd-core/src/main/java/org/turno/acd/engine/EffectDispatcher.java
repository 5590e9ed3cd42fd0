package org.turno.acd.engine;

import org.turno.acd.effect.Effect;

/**
 * Takes effects to the outside world. Called by the Sequencer's thread after the append; must
 * return at once and must not throw: what goes wrong comes back as an effect report.
 */
@FunctionalInterface
public interface EffectDispatcher {
  /** Starts an effect. */
  void dispatch(Effect effect);
}
