package org.turno.pbx.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as people say them. */
final class SpokenNumbersTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "16, 16",
    "27, 27",
    "45, 40 and 5",
    "100, 100",
    "101, 100-and 1",
    "145, 100-and 40 and 5",
    "500, 500",
    "731, 700 30 and 1",
    "1000, thousand",
    "2021, 2 thousand 21",
    "-3, 0"
  })
  void spanish(long number, String words) {
    assertEquals(words, said(number, "es_MX"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "12, 12",
    "45, 40 5",
    "60, 60",
    "145, 1 hundred 40 5",
    "2300, 2 thousand 3 hundred"
  })
  void english(long number, String words) {
    assertEquals(words, said(number, "en_GB"));
  }

  @ParameterizedTest
  @CsvSource({"45, 4 5", "7, 7"})
  void digitByDigitInALanguageWhoseGrammarIsNotKnown(long number, String words) {
    assertEquals(words, said(number, "eu"));
  }

  private static String said(long number, String language) {
    return String.join(" ", SpokenNumbers.of(number, language)).replace("digits/", "");
  }
}
