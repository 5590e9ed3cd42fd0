package org.turno.server.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.turno.acd.plan.SealedNumber;
import org.turno.server.config.Secret;

/** What is kept of the numbers of those who are to be called back. */
final class NumbersTest {
  private static final Numbers NUMBERS =
      new Numbers(new Secret("a key of thirty-two characters.."));

  private static SealedNumber seal(String number) {
    SealedNumber sealed = NUMBERS.seal(number);
    assertNotNull(sealed);
    return sealed;
  }

  @Test
  void a_sealed_number_opens_with_its_key_alone_and_shows_nothing() {
    SealedNumber sealed = seal("+34600555123");
    assertEquals("+34600555123", NUMBERS.open(sealed));
    assertFalse(sealed.toString().contains("555123"));
    assertNull(new Numbers(new Secret("another key, also long enough...")).open(sealed));
    assertNull(NUMBERS.open(new SealedNumber("00ff")));
  }

  @Test
  void the_same_number_gives_the_same_text_and_all_texts_are_of_one_length() {
    assertEquals(seal("600555123"), seal("600555123"));
    assertNotEquals(seal("600555123"), seal("600555124"));
    assertEquals(seal("112").value().length(), seal("+34600555123").value().length());
  }

  @Test
  void what_is_no_number_is_never_dialled() {
    assertNull(NUMBERS.seal("anonymous"));
    assertNull(NUMBERS.seal("600@elsewhere"));
    assertNull(NUMBERS.seal(""));
  }
}
