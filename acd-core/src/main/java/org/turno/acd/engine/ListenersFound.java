package org.turno.acd.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.turno.acd.contact.Contact;
import org.turno.acd.contact.Listening;
import org.turno.acd.event.ContactEvent.Listening.End;
import org.turno.acd.input.LegSnapshot;
import org.turno.acd.input.PbxInput;
import org.turno.acd.plan.EffectId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.ListenMode;

/**
 * Supervisors in a PBX's inventory: who is gone takes part no more, and who should hear something
 * and does not is put through again.
 */
final class ListenersFound {
  private ListenersFound() {}

  /**
   * Looks at all of them, after the conversations that they take part in.
   *
   * @param asked effects whose reports are still to come
   */
  static void in(
      Decision d, PbxInput.Inventory inventory, Map<LegId, LegSnapshot> legs, Set<EffectId> asked) {
    for (Listening listening : List.copyOf(d.state.listenings())) {
      if (listening.pbx().equals(inventory.pbx())) {
        Contact contact = d.state.contact(listening.contact());
        LegSnapshot leg = legs.get(listening.leg());
        EffectId joining = listening.joining();
        if (leg == null || leg.state() == LegSnapshot.State.ELSEWHERE) {
          if (joining != null || !asked.contains(new EffectId(listening.leg().value()))) {
            Listenings.over(d, listening, End.LOST);
          }
        } else if (takesPart(inventory, contact, listening)) {
          if (!listening.begun()) {
            Listenings.begun(d, listening);
          }
        } else if (leg.state() == LegSnapshot.State.UP
            && (joining == null || !asked.contains(joining))) {
          Listenings.join(d, contact, listening, listening.mode());
        }
      }
    }
  }

  private static boolean takesPart(
      PbxInput.Inventory inventory, Contact contact, Listening listening) {
    EffectId in = listening.mode() == ListenMode.BARGE ? contact.bridge() : listening.joining();
    return inventory.bridges().stream()
        .anyMatch(b -> b.id().equals(in) && b.legs().contains(listening.leg()));
  }
}
