package org.turno.acd.effect;

import java.util.List;
import org.turno.acd.plan.CallerDisplay;
import org.turno.acd.plan.EffectId;
import org.turno.acd.plan.Key;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.ListenMode;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.Prompt;
import org.turno.acd.plan.SealedNumber;

/**
 * What the core wants done on a PBX. It leaves only after the entry that holds it is in the
 * journal, and it stays in the state until its report comes.
 */
public sealed interface Effect {
  /** Deterministic; names what the effect makes. */
  EffectId id();

  /** Where. */
  PbxId pbx();

  /** What may be done with it when nobody knows whether it was done. */
  Repeat repeat();

  /** Classes of effects after a crash or a lost link. */
  enum Repeat {
    /** Doing it twice does no harm. */
    SAFE,
    /** Look at the PBX's inventory first. */
    CHECK_FIRST
  }

  /**
   * Keep a waiting caller: answer the leg, play hold music, arm the dead man's switch and keep it
   * armed until the leg is bridged, sent on or gone. May come again for the same leg, with other
   * music or keys.
   *
   * @param keys the keys that mean something while the caller waits; the PBX tells of no others,
   *     for what people type may be anything
   */
  record Park(EffectId id, PbxId pbx, LegId leg, String music, List<Key> keys) implements Effect {
    /** Copies the list. */
    public Park {
      keys = List.copyOf(keys);
    }

    /** No key means anything. */
    public Park(EffectId id, PbxId pbx, LegId leg, String music) {
      this(id, pbx, leg, music, List.of());
    }

    @Override
    public Repeat repeat() {
      return Repeat.SAFE;
    }
  }

  /**
   * Play something to a parked caller instead of the music. Done means that it has begun. What puts
   * the caller through, sends the leg on or ends it cuts it short; a second announcement replaces
   * the first. The dead man's switch stays armed.
   *
   * @param prompts played one after the other
   * @param language of the recordings and numbers, as the PBX names it: {@code es}, {@code en}
   */
  record Announce(
      EffectId id, PbxId pbx, LegId leg, List<Prompt> prompts, String language, After after)
      implements Effect {
    /** Copies the list. */
    public Announce {
      prompts = List.copyOf(prompts);
    }

    /** What follows the announcement. */
    public enum After {
      /** The music goes on. */
      MUSIC,
      /** The leg is ended, which is reported as a fact. */
      HANG_UP
    }

    @Override
    public Repeat repeat() {
      return Repeat.CHECK_FIRST;
    }
  }

  /**
   * Ring an agent's phone. The new leg's id is the effect's id. The PBX itself stops ringing after
   * ringTimeoutMs, a little later than Turno would, in case Turno dies.
   *
   * @param caller the leg on whose behalf it rings
   * @param line what it is about, for the phone's display
   * @param lineName what people call that line
   * @param autoAnswer whether the phone is asked to answer by itself
   */
  record Ring(
      EffectId id,
      PbxId pbx,
      PhoneId phone,
      LegId caller,
      LineId line,
      String lineName,
      CallerDisplay display,
      long ringTimeoutMs,
      boolean autoAnswer)
      implements Effect {
    /** The agent answers. */
    public Ring(
        EffectId id,
        PbxId pbx,
        PhoneId phone,
        LegId caller,
        LineId line,
        String lineName,
        CallerDisplay display,
        long ringTimeoutMs) {
      this(id, pbx, phone, caller, line, lineName, display, ringTimeoutMs, false);
    }

    @Override
    public Repeat repeat() {
      return Repeat.CHECK_FIRST;
    }

    /** The leg that the effect makes. */
    public LegId leg() {
      return new LegId(id.value());
    }
  }

  /**
   * Ring a phone for a line that stays open, before a caller is called back, or for a supervisor
   * who will listen: nobody is behind it yet. The new leg's id is the effect's id. Once answered
   * the leg stays up, silent, until it is ended; nothing in the PBX ends it when Turno is away.
   *
   * @param label what the phone shows
   */
  record OpenLine(EffectId id, PbxId pbx, PhoneId phone, String label, long ringTimeoutMs)
      implements Effect {
    @Override
    public Repeat repeat() {
      return Repeat.CHECK_FIRST;
    }

    /** The leg that the effect makes. */
    public LegId leg() {
      return new LegId(id.value());
    }
  }

  /**
   * Say what number the PBX presents of a caller: sealed, as a fact. Refused where its presentation
   * is restricted or there is none. The number goes nowhere else.
   */
  record AskNumber(EffectId id, PbxId pbx, LegId leg) implements Effect {
    @Override
    public Repeat repeat() {
      return Repeat.SAFE;
    }
  }

  /**
   * Call somebody back. The new leg's id is the effect's id, and the PBX ends it when nobody
   * answers in time, or nobody attends to it afterwards. The agent is there already.
   *
   * @param number whom, sealed
   * @param line on behalf of which line
   */
  record CallBack(EffectId id, PbxId pbx, SealedNumber number, LineId line, long ringTimeoutMs)
      implements Effect {
    @Override
    public Repeat repeat() {
      return Repeat.CHECK_FIRST;
    }

    /** The leg that the effect makes. */
    public LegId leg() {
      return new LegId(id.value());
    }
  }

  /**
   * Disarm the caller's dead man's switch, stop its music and let caller and agent talk. The id of
   * the conversation is the effect's id. Done means that both legs are in it.
   */
  record Bridge(EffectId id, PbxId pbx, LegId caller, LegId agent) implements Effect {
    @Override
    public Repeat repeat() {
      return Repeat.CHECK_FIRST;
    }
  }

  /**
   * Let a supervisor take part in a conversation. What the supervisor heard through an earlier
   * effect of this kind is heard no more. Where the supervisor only listens or whispers, the PBX
   * keeps the supervisor's leg in a conversation of its own, named by the effect's id.
   *
   * @param supervisor a leg that was answered
   * @param agent the leg of the agent in the conversation
   * @param conversation the effect that made the conversation
   */
  record Listen(
      EffectId id, PbxId pbx, LegId supervisor, LegId agent, EffectId conversation, ListenMode mode)
      implements Effect {
    @Override
    public Repeat repeat() {
      return Repeat.CHECK_FIRST;
    }
  }

  /** End a leg. Done also when it was gone already. Its end is reported as a fact besides. */
  record HangUp(EffectId id, PbxId pbx, LegId leg) implements Effect {
    @Override
    public Repeat repeat() {
      return Repeat.SAFE;
    }
  }

  /** Remove a conversation; legs still in it stay up. Done also when it was gone already. */
  record DropBridge(EffectId id, PbxId pbx, EffectId bridge) implements Effect {
    @Override
    public Repeat repeat() {
      return Repeat.SAFE;
    }
  }

  /** Give a leg to the PBX's dialplan, with the dead man's switch disarmed. */
  record SendToDialplan(EffectId id, PbxId pbx, LegId leg, String context, String extension)
      implements Effect {
    @Override
    public Repeat repeat() {
      return Repeat.CHECK_FIRST;
    }
  }

  /**
   * Give a leg back to the PBX's dialplan at the step after the one that handed it to Turno, where
   * the dialplan looks after callers whom Turno cannot take.
   */
  record GiveBack(EffectId id, PbxId pbx, LegId leg) implements Effect {
    @Override
    public Repeat repeat() {
      return Repeat.CHECK_FIRST;
    }
  }
}
