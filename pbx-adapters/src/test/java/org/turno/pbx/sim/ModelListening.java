package org.turno.pbx.sim;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.ListenMode;
import org.turno.acd.plan.SupervisorPlan;

/**
 * The plain account of supervisors who take part in conversations, by their events: nobody does who
 * may not, and none outlives the conversation.
 */
final class ModelListening {
  private static final String INVARIANT = "NobodyListensUninvited";

  private record Now(ContactId contact, ListenMode mode, boolean joining) {}

  private final FloorModel model;
  private final SortedMap<String, Now> now = new TreeMap<>();

  ModelListening(FloorModel model) {
    this.model = model;
  }

  void apply(ModelContact contact, ContactEvent.Listening event) {
    Now before = now.get(event.supervisor());
    switch (event) {
      case ContactEvent.Listening.Asked e -> {
        FloorModel.require(before == null, INVARIANT, "is rung twice", e);
        FloorModel.require(
            contact.stage == ModelContact.Stage.TALKING, INVARIANT, "listens to nobody", e);
        FloorModel.require(
            !e.why().isBlank() || !guarded(contact), INVARIANT, "gives no reason", e);
        now.put(e.supervisor(), new Now(e.contact(), e.mode(), false));
      }
      case ContactEvent.Listening.Joining e -> {
        FloorModel.require(isOf(before, e), INVARIANT, "was not asked for", e);
        now.put(e.supervisor(), new Now(e.contact(), e.mode(), true));
      }
      case ContactEvent.Listening.Begun e ->
          FloorModel.require(
              before != null && isOf(before, e) && before.joining && before.mode == e.mode(),
              INVARIANT,
              "was not asked for",
              e);
      case ContactEvent.Listening.Over e -> {
        FloorModel.require(isOf(before, e), INVARIANT, "ends twice", e);
        now.remove(e.supervisor());
      }
    }
  }

  private static boolean isOf(@Nullable Now now, ContactEvent.Listening event) {
    return now != null && now.contact.equals(event.contact());
  }

  private boolean guarded(ModelContact contact) {
    LinePlan line = line(contact.arrival.line());
    LinePlan other = line(contact.asLine);
    return (line != null && line.protectedLine()) || (other != null && other.protectedLine());
  }

  private @Nullable LinePlan line(LineId id) {
    for (LinePlan line : model.plan.lines()) {
      if (line.id().equals(id)) {
        return line;
      }
    }
    return null;
  }

  /** When a decision is over. */
  void decided() {
    now.forEach(
        (name, listening) -> {
          ModelContact contact = model.contacts.get(listening.contact);
          SupervisorPlan supervisor = model.plan.supervisor(name);
          FloorModel.require(contact != null, INVARIANT, "outlives the conversation", name);
          FloorModel.require(
              supervisor != null && supervisor.may().contains(listening.mode),
              INVARIANT,
              "may not " + listening.mode,
              name);
          FloorModel.require(
              contact != null && mayBeHeard(contact.arrival.line()) && mayBeHeard(contact.asLine),
              INVARIANT,
              "hears a line that nobody may",
              name);
        });
  }

  private boolean mayBeHeard(LineId id) {
    LinePlan line = line(id);
    return line != null && line.listening();
  }
}
