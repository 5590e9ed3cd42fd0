package org.turno.acd.plan;

/** What a key does that a caller presses while waiting in a queue. */
public sealed interface KeyAction {
  /** The caller leaves the queue, also while agents are being asked. */
  record Leave(Destination to) implements KeyAction {}

  /** The caller is spoken to in another language from now on, named as the PBX names it. */
  record Speak(String language) implements KeyAction {}

  /** The caller hangs up, keeps the place and is called back. */
  record CallMeBack() implements KeyAction {}
}
