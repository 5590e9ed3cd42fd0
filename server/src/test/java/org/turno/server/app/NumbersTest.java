package org.turno.server.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turno.acd.engine.Entry;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.ContactEvent.Outcome;
import org.turno.acd.event.Event;
import org.turno.acd.input.DeskInput;
import org.turno.acd.input.Input;
import org.turno.acd.input.PbxInput;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.SealedNumber;
import org.turno.server.config.Secret;

/** What is kept of the numbers of those who are to be called back, and for how long. */
final class NumbersTest {
  private static final String SECRET = "a key of thirty-two characters..";
  private static final String NUMBER = "+34600555123";
  private static final ContactId ONE = new ContactId("one");
  private static final ContactId TWO = new ContactId("two");

  @TempDir private Path folder;
  private Numbers numbers = new Numbers(new Secret(SECRET), new NumberKeys(Path.of("unused")));

  private void starts(String secret, Map<ContactId, SealedNumber> waiting) {
    numbers = new Numbers(new Secret(secret), NumberKeys.beside(folder.resolve("journal")));
    numbers.takeUp(waiting);
  }

  @AfterEach
  void close() {
    numbers.close();
  }

  private SealedNumber seal(String number) {
    SealedNumber sealed = numbers.seal(number);
    assertNotNull(sealed);
    return sealed;
  }

  private void decided(Input input, Event... events) {
    numbers.decided(new Entry(1, 1, input, List.of(events), List.of()));
  }

  private void granted(ContactId contact, SealedNumber number) {
    decided(
        new PbxInput.NumberTold(new PbxId("pbx"), new LegId("leg"), number),
        new ContactEvent.Callback.Granted(contact, number));
  }

  private void ended(ContactId contact, Outcome outcome) {
    decided(
        new DeskInput.Ready(new AgentId("anna")),
        new ContactEvent.Ended(contact, new QueueId("general"), outcome, 1, 0));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void a_sealed_number_opens_with_its_secret_alone_and_shows_nothing() throws Exception {
    starts(SECRET, Map.of());
    SealedNumber sealed = seal(NUMBER);
    granted(ONE, sealed);
    assertEquals(NUMBER, numbers.open(sealed));
    assertFalse(sealed.toString().contains("555123"));
    assertEquals(1, files().size());
    for (Path file : files()) {
      String held = Files.readString(file, StandardCharsets.ISO_8859_1);
      assertFalse(held.contains("555123"), "a key's file shows the number");
    }
    assertNull(numbers.open(new SealedNumber("00ff")));
    numbers.close();
    starts("another key, also long enough...", Map.of(ONE, sealed));
    assertNull(numbers.open(sealed));
  }

  @Test
  void who_waits_when_turno_starts_again_can_still_be_called() throws Exception {
    starts(SECRET, Map.of());
    SealedNumber sealed = seal(NUMBER);
    granted(ONE, sealed);
    numbers.close();
    starts(SECRET, Map.of(ONE, sealed));
    assertEquals(NUMBER, numbers.open(sealed));
    assertEquals(sealed, seal(NUMBER), "who asks twice is known across the restart");
  }

  @Test
  void once_it_is_over_nothing_that_turno_keeps_gives_the_number_again() throws Exception {
    for (Outcome how :
        List.of(Outcome.CALLBACK_FAILED, Outcome.CALLBACK_CANCELLED, Outcome.CALLBACK_MERGED)) {
      starts(SECRET, Map.of());
      SealedNumber sealed = seal(NUMBER);
      granted(ONE, sealed);
      ended(ONE, how);
      numbers.close();
      assertNull(numbers.open(sealed), how + ": it still opens");
      assertEquals(List.of(), files(), how + ": something is left");
      starts(SECRET, Map.of(ONE, sealed));
      assertNull(numbers.open(sealed), how + ": the next Turno, given the journal, opens it");
      assertNotEquals(sealed, seal(NUMBER), how + ": the text of a later wish tells of this one");
      numbers.close();
      starts(SECRET, Map.of());
      assertEquals(List.of(), files(), "a key that nobody waits for outlives the start");
    }
  }

  @Test
  void who_answers_is_forgotten_while_they_talk() throws Exception {
    starts(SECRET, Map.of());
    SealedNumber sealed = seal(NUMBER);
    granted(ONE, sealed);
    decided(
        new PbxInput.LegAnswered(new PbxId("pbx"), new LegId("leg")),
        new ContactEvent.Callback.CallerAnswered(ONE));
    numbers.close();
    assertEquals(List.of(), files());
  }

  @Test
  void a_number_is_kept_while_another_contact_waits_for_it_or_asks() throws Exception {
    starts(SECRET, Map.of());
    SealedNumber sealed = seal(NUMBER);
    granted(ONE, sealed);
    assertEquals(sealed, seal(NUMBER), "asking twice shows without opening it");
    ended(ONE, Outcome.CALLBACK_FAILED);
    granted(TWO, sealed);
    numbers.close();
    assertEquals(NUMBER, numbers.open(sealed));
  }

  @Test
  void a_wish_that_is_not_granted_leaves_nothing() throws Exception {
    starts(SECRET, Map.of());
    decided(new PbxInput.NumberTold(new PbxId("pbx"), new LegId("leg"), seal(NUMBER)));
    numbers.close();
    assertEquals(List.of(), files());
  }

  @Test
  void all_texts_are_of_one_length_and_what_is_no_number_is_never_dialled() {
    starts(SECRET, Map.of());
    assertNotEquals(seal("600555123"), seal("600555124"));
    assertEquals(seal("112").value().length(), seal(NUMBER).value().length());
    assertNull(numbers.seal("anonymous"));
    assertNull(numbers.seal("600@elsewhere"));
    assertNull(numbers.seal(""));
  }
}
