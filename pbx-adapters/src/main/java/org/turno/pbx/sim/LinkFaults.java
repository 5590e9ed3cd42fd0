package org.turno.pbx.sim;

import java.util.List;
import org.turno.acd.effect.Effect;
import org.turno.acd.input.EffectReport;
import org.turno.acd.input.PbxInput;

/** What goes wrong with single messages between a simulated PBX and Turno. */
public interface LinkFaults {
  /** Delivered once, without extra delay. */
  List<Long> DELIVERED = List.of(0L);

  /** Nothing goes wrong. */
  static LinkFaults none() {
    return new LinkFaults() {
      @Override
      public List<Long> copies(PbxInput fact) {
        return DELIVERED;
      }

      @Override
      public List<Long> copies(EffectReport report) {
        return DELIVERED;
      }

      @Override
      public long commandDelayMs(Effect effect) {
        return 0;
      }
    };
  }

  /**
   * How often a fact is delivered and how much later than it should be, in milliseconds each; empty
   * where it is lost.
   */
  List<Long> copies(PbxInput fact);

  /** The same for a report. */
  List<Long> copies(EffectReport report);

  /** How much longer than usual a command takes to the PBX; those behind it wait too. */
  long commandDelayMs(Effect effect);
}
