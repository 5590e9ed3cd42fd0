package org.turno.acd.plan;

/** Where a contact goes that its queue cannot keep. */
public sealed interface Destination {
  /** Another queue; the contact keeps its age and its priority. */
  record ToQueue(QueueId queue) implements Destination {}

  /**
   * The PBX's own dialplan, priority 1 of the extension; for Turno the contact ends there.
   *
   * @param context the dialplan's context
   * @param extension the extension in it
   */
  record ToExtension(String context, String extension) implements Destination {}
}
