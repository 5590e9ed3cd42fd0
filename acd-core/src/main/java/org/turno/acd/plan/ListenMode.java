package org.turno.acd.plan;

/** How a supervisor takes part in a conversation of others. */
public enum ListenMode {
  /** Hears both and is heard by neither. */
  LISTEN,
  /** Hears both and is heard by the agent alone. */
  WHISPER,
  /** Speaks with both. */
  BARGE
}
