package org.turno.pbx;

import java.util.List;
import org.turno.acd.effect.Effect;
import org.turno.acd.engine.InputSink;
import org.turno.acd.plan.PbxId;

/**
 * One PBX as the core sees it: facts come in, effects go out. An adapter translates; it decides
 * nothing and holds no truth: what it caches it can lose, because each (re)connect begins with the
 * PBX's inventory.
 *
 * <p>Duties beyond translation:
 *
 * <ul>
 *   <li>Keep connecting: the first attempt at {@link #start} and each later one with backoff. On
 *       connect submit {@code PbxInput.Inventory} before any other fact; on loss {@code
 *       PbxInput.LinkDown}.
 *   <li>Report each effect once with an {@code EffectReport}, in any outcome, within a bounded
 *       time. A link that is down fails effects at once with LINK_DOWN.
 *   <li>Keep the dead man's switch of parked legs armed, only while {@link InputSink#deciding()}
 *       holds, and disarm it before a leg is bridged or sent on.
 *   <li>When the sink refuses a fact, stop reading from the PBX if that is possible, and submit an
 *       inventory when there is room again.
 *   <li>Never put a caller's number or name into an input.
 * </ul>
 */
public interface PbxAdapter extends AutoCloseable {
  /** Which PBX this is. */
  PbxId id();

  /** What its link counts, for metrics. Safe for any thread. */
  default List<LinkCount> counts() {
    return List.of();
  }

  /** Begins to connect and returns at once. Called once. */
  void start(InputSink sink);

  /** Starts an effect and returns at once. Safe for any thread; effects of one leg keep order. */
  void execute(Effect effect);

  /**
   * Closes the link and leaves the calls on the PBX as they are. Afterwards nothing is submitted.
   */
  @Override
  void close();
}
