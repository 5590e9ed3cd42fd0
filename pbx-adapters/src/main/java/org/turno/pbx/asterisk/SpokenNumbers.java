package org.turno.pbx.asterisk;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers as Asterisk's own recordings. Asterisk's {@code number:} would do the same, but cannot be
 * cut short, and a caller must not be kept from an agent by a number.
 */
final class SpokenNumbers {
  private static final long LARGEST = 999_999;

  private SpokenNumbers() {}

  /**
   * The names of the recordings that say a number: as people say it in Spanish and English, digit
   * by digit in other languages.
   */
  static List<String> of(long number, String language) {
    long value = Math.clamp(number, 0, LARGEST);
    List<String> words = new ArrayList<>();
    if (language.startsWith("es")) {
      spanish(value, words);
    } else if (language.startsWith("en")) {
      english(value, words);
    } else {
      Long.toString(value).chars().forEach(digit -> words.add("digits/" + (char) digit));
    }
    return words;
  }

  private static void spanish(long value, List<String> words) {
    long rest = value;
    if (rest >= 1_000) {
      if (rest >= 2_000) {
        spanish(rest / 1_000, words);
      }
      words.add("digits/thousand");
      rest %= 1_000;
    }
    if (rest > 100) {
      words.add(rest < 200 ? "digits/100-and" : "digits/" + rest / 100 * 100);
      rest %= 100;
    }
    if (rest > 30 && rest % 10 > 0 && rest < 100) {
      words.add("digits/" + rest / 10 * 10);
      words.add("digits/and");
      words.add("digits/" + rest % 10);
    } else if (rest > 0 || value == 0) {
      words.add("digits/" + rest);
    }
  }

  private static void english(long value, List<String> words) {
    long rest = value;
    if (rest >= 1_000) {
      english(rest / 1_000, words);
      words.add("digits/thousand");
      rest %= 1_000;
    }
    if (rest >= 100) {
      words.add("digits/" + rest / 100);
      words.add("digits/hundred");
      rest %= 100;
    }
    if (rest > 20) {
      words.add("digits/" + rest / 10 * 10);
      rest %= 10;
    }
    if (rest > 0 || value == 0) {
      words.add("digits/" + rest);
    }
  }
}
