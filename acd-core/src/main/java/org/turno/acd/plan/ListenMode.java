package org.turno.acd.plan;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a supervisor takes part in a conversation of others. */
public enum ListenMode {
  /** Hears both and is heard by neither. */
  LISTEN,
  /** Hears both and is heard by the agent alone. */
  WHISPER,
  /** Speaks with both. */
  BARGE;

  /** As it is written in configurations and in the API. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one that is written so; null for none. */
  public static @Nullable ListenMode ofWord(String word) {
    for (ListenMode mode : values()) {
      if (mode.word().equals(word)) {
        return mode;
      }
    }
    return null;
  }
}
