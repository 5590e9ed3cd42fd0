package org.turno.acd.contact;

import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.EffectId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.ListenMode;
import org.turno.acd.plan.PbxId;

/**
 * A supervisor who takes part in somebody's conversation, or is about to.
 *
 * @param leg to the supervisor's phone
 * @param mode in which way
 * @param joining the effect that puts the supervisor through; null while the phone rings
 * @param begun whether that is done
 */
public record Listening(
    ContactId contact,
    String supervisor,
    PbxId pbx,
    LegId leg,
    ListenMode mode,
    @Nullable EffectId joining,
    boolean begun) {
  /** The phone was answered, or another way is wished: the PBX is asked for it. */
  public Listening joins(ListenMode way, EffectId by) {
    return new Listening(contact, supervisor, pbx, leg, way, by, false);
  }

  /** The PBX has done it. */
  public Listening begins() {
    return new Listening(contact, supervisor, pbx, leg, mode, joining, true);
  }
}
