package org.turno.acd.engine;

import org.turno.acd.contact.Contact;
import org.turno.acd.event.ContactEvent;

/** What the events of a callback change in the state. */
final class CallbackApplier {
  private CallbackApplier() {}

  static void apply(AcdState s, Contact contact, ContactEvent.Callback event) {
    PbxLink link = s.link(contact.pbx());
    switch (event) {
      case ContactEvent.Callback.Granted e -> {
        link.callers.remove(contact.leg());
        contact.caller().keepsPlace(e.number(), s.timeMs);
        s.callbacks.put(contact.ordinal(), contact);
      }
      case ContactEvent.Callback.Held e -> contact.caller().held(true);
      case ContactEvent.Callback.Due e -> contact.caller().held(false);
      case ContactEvent.Callback.Dialled e -> {
        contact.caller().dialled(e.leg());
        link.callers.put(e.leg(), contact);
      }
      case ContactEvent.Callback.CallerAnswered e -> {
        contact.caller().answered();
        s.callbacks.remove(contact.ordinal());
      }
      case ContactEvent.Callback.Missed e -> {
        link.callers.remove(contact.leg());
        contact.caller().missed(e.untilMs());
      }
    }
  }
}
