package org.turno.pbx.link;

import org.jspecify.annotations.Nullable;

/** Makes what came from outside fit for a log. */
public final class Outside {
  private Outside() {}

  /** A name: letters only, and not many. */
  public static String word(@Nullable String name) {
    String letters = name == null ? "" : name.replaceAll("[^A-Za-z]", "");
    return letters.isEmpty()
        ? "without a name"
        : letters.substring(0, Math.min(40, letters.length()));
  }

  /** One line of text. Longer runs of digits are masked: they might be numbers. */
  public static String mask(String text) {
    return text.replaceAll("\\p{Cntrl}", " ").replaceAll("[0-9]{6,}", "######");
  }
}
