package org.turno.pbx.sim;

import java.util.List;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.Prompt;

/**
 * The person at one end of a leg, and what that person notices. Told on the scheduler's thread; may
 * act on the exchange at once.
 */
public interface Party {
  /**
   * The phone rings.
   *
   * @param line what the call is about
   * @param display what the phone shows
   */
  default void rings(LegId leg, LineId line, String display) {}

  /** The phone rings for a line that is to stay open: nobody is behind it yet. */
  default void opensLine(LegId leg) {}

  /** The phone rings: somebody is called back as asked for. */
  default void calledBack(LegId leg) {}

  /** Something is played instead of the music. */
  default void hears(LegId leg, List<Prompt> prompts, String language) {}

  /** Somebody else is on the line now. */
  default void talking(LegId leg) {}

  /** The other one is gone, and the line is silent. */
  default void alone(LegId leg) {}

  /** The PBX's own dialplan has taken the leg on. */
  default void sentOn(LegId leg, String extension) {}

  /** The leg is gone, whoever ended it. */
  default void ended(LegId leg) {}
}
