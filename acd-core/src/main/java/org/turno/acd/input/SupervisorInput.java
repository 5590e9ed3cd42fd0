package org.turno.acd.input;

import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.ListenMode;

/** What a supervisor does with a contact. */
public sealed interface SupervisorInput extends Input {
  /** Which contact. */
  ContactId contact();

  /** Who asks for it: for the record. */
  String by();

  /** Gives it another priority; its age stays. */
  record SetPriority(ContactId contact, int priority, String by) implements SupervisorInput {}

  /**
   * Moves it to a position among the contacts of its queue with the same priority.
   *
   * @param position 1 for the first
   */
  record MoveTo(ContactId contact, int position, String by) implements SupervisorInput {}

  /** Takes it out of its queue and sends it elsewhere. */
  record Withdraw(ContactId contact, Destination to, String by) implements SupervisorInput {}

  /** Lets its caller hang up and keep the turn, if the PBX may tell the number. */
  record CallBack(ContactId contact, String by) implements SupervisorInput {}

  /** Gives up a callback: the contact ends. */
  record CancelCallback(ContactId contact, String by) implements SupervisorInput {}

  /**
   * Takes part in its conversation, in this way from now on. The supervisor's phone rings first
   * unless the supervisor takes part already.
   *
   * @param why for the record; needed for a protected line
   */
  record Listen(ContactId contact, ListenMode mode, String by, String why)
      implements SupervisorInput {}

  /** Leaves its conversation. */
  record StopListening(ContactId contact, String by) implements SupervisorInput {}
}
