package org.turno.acd.plan;

import java.util.List;

/** Where a contact goes that its queue cannot keep. */
public sealed interface Destination {
  /** Another queue; the contact keeps its age and its priority. */
  record ToQueue(QueueId queue) implements Destination {}

  /**
   * As if it had dialled another line: that line's queue, hours and requirement hold from now on.
   * The contact keeps its age and its priority, and whatever protects the line that it did dial.
   */
  record ToLine(LineId line) implements Destination {}

  /**
   * The PBX's own dialplan, priority 1 of the extension; for Turno the contact ends there.
   *
   * @param context the dialplan's context
   * @param extension the extension in it
   */
  record ToExtension(String context, String extension) implements Destination {}

  /** Something is played, then the call is ended. Never for a contact of a protected line. */
  record ToAnnouncement(List<Prompt> prompts) implements Destination {
    /** Copies the list. */
    public ToAnnouncement {
      prompts = List.copyOf(prompts);
    }
  }
}
