package org.turno.load.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.turno.load.lab.SipEvent.Kind;

/** What Turno shows of queues that are a real Asterisk's own, with callers and phones in them. */
@Tag("asterisk")
@Timeout(180)
class ObservedQueuesTest {
  private static final String ANA = "600000701";
  private static final String BEA = "600000702";
  private static final String CLARA = "600000703";
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir private static Path folder;
  private static AsteriskLab lab;

  @BeforeAll
  static void startAsterisk() {
    lab = AsteriskLab.start(folder.resolve("lab"));
  }

  @AfterAll
  static void stopAsterisk() {
    lab.close();
  }

  private static ObservedFloor start(TestInfo test) {
    String name = test.getTestMethod().orElseThrow().getName();
    return new ObservedFloor(lab, folder.resolve(name));
  }

  @Test
  void itsFiguresAreAsterisksOwn(TestInfo test) throws IOException {
    try (ObservedFloor floor = start(test)) {
      SippPhones anna = floor.phone("1001", Manner.answerAfterMs(200));
      SippPhones beatriz = floor.phone("1002", Manner.answerAfterMs(200));

      SippCallers ana = floor.caller(ANA, "701");
      SipEvent annaTalks = anna.await("1001", Kind.ANSWERED, 1);
      SippCallers bea = floor.caller(BEA, "701");
      beatriz.await("1002", Kind.ANSWERED, 1);
      floor.awaitFigure("sales", "talking", 2);
      floor.awaitAgent("1001", "talking");

      SippCallers clara = floor.caller(CLARA, "701");
      floor.awaitFigure("sales", "waiting", 1);
      clara.hangUp(clara.await(Kind.ANSWERED, 1));
      floor.awaitFigure("sales", "abandoned", 1);

      ana.hangUp(ana.await(Kind.ANSWERED, 1));
      floor.awaitFigure("sales", "handled", 1);
      floor.awaitAgent("1001", "available");
      beatriz.hangUp(beatriz.await("1002", Kind.ANSWERED, 1));
      beatriz.await("1002", Kind.HUNG_UP, 1);
      floor.awaitFigure("sales", "handled", 2);
      assertTrue(annaTalks.timeUs() > 0);
      assertEquals(Kind.ENDED, bea.await(Kind.ENDED, 1).kind());

      ObservedFloor.Counts counts = floor.asterisk("sales");
      JsonNode row = floor.queue("sales");
      assertEquals(counts.completed(), row.path("answered").asInt());
      assertEquals(counts.abandoned(), row.path("abandoned").asInt());
      assertEquals(counts.waiting(), row.path("waiting").asInt());
      assertEquals(counts.serviceLevel(), 100 * row.path("serviceLevelAnswered").asDouble(), 0.1);
      assertEquals(3, row.path("offered").asInt());
      assertEquals(3_000, row.path("targetMs").asInt(), "the queue's own service level");
      assertEquals("lab", row.path("observed").path("pbx").asText());
      assertNoTraceOf(List.of(ANA, BEA, CLARA), floor.turno().folder());
    }
  }

  private static void assertNoTraceOf(List<String> numbers, Path where) throws IOException {
    try (Stream<Path> files = Files.walk(where)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        numbers.forEach(n -> assertFalse(bytes.contains(n), () -> n + " is in " + file));
      }
    }
  }

  @Test
  void aCallerWhomTheDialplanTakesOnAfterPhonesRangInVainHasOverflowed(TestInfo test) {
    try (ObservedFloor floor = start(test)) {
      SippPhones carla = floor.phone("1003", Manner.ringForEver());
      floor.caller(ANA, "702");
      carla.await("1003", Kind.RUNG, 1);
      floor.awaitAgent("1003", "ringing");
      floor.awaitFigure("help", "ringing", 1);
      carla.await("1003", Kind.CANCELLED, 1);
      floor.awaitFigure("help", "overflowed", 1);
      assertEquals(0, floor.figure("help", "waiting") + floor.figure("help", "ringing"));
      assertEquals(1, floor.asterisk("help").abandoned(), "Asterisk counts it as abandoned");
      assertEquals(0, floor.figure("help", "abandoned"));
      floor.awaitAgent("1003", "available");
    }
  }

  @Test
  void ofTwoPhonesThatRingOneAnswersAndTheOtherIsFreeAgain(TestInfo test) {
    try (ObservedFloor floor = start(test)) {
      SippPhones dora = floor.phone("1004", Manner.ringForEver());
      SippPhones eva = floor.phone("1005", Manner.answerAfterMs(1_500));
      floor.caller(ANA, "703");
      dora.await("1004", Kind.RUNG, 1);
      floor.awaitAgent("1004", "ringing");
      floor.awaitAgent("1005", "ringing");
      eva.await("1005", Kind.ANSWERED, 1);
      floor.awaitAgent("1005", "talking");
      floor.awaitAgent("1004", "available");
      floor.awaitFigure("both", "talking", 1);
    }
  }

  @Test
  void agentsPauseComeAndGoAsAsteriskHasIt(TestInfo test) {
    try (ObservedFloor floor = start(test)) {
      floor.phone("1003", Manner.answerAfterMs(100));
      lab.rx("queue pause member PJSIP/1003 queue help reason comida");
      floor.awaitAgent("1003", "paused");
      assertEquals("comida", floor.agent("1003").path("pause").asText());
      assertEquals("Carla", floor.agent("1003").path("alias").asText());
      lab.rx("queue unpause member PJSIP/1003 queue help");
      floor.awaitAgent("1003", "available");
      lab.rx("queue set penalty 3 on PJSIP/1003 in help");
      lab.rx("queue add member PJSIP/1010 to help penalty 0 as Fina");
      floor.awaitAgent("1010", "phone_unreachable");
      lab.rx("queue remove member PJSIP/1010 from help");
      Await.until(
          "Fina to be gone",
          SOON,
          () -> floor.turno().api().get("/api/v1/agents").path("agents").size() == 5);
    }
  }

  @Test
  void aRestartOfTurnoGoesOnWithWhoWaitsAndWhoTalks(TestInfo test) {
    try (ObservedFloor floor = start(test)) {
      SippPhones carla = floor.phone("1003", Manner.answerAfterMs(100));
      SippCallers ana = floor.caller(ANA, "702");
      carla.await("1003", Kind.ANSWERED, 1);
      floor.awaitFigure("help", "talking", 1);
      floor.caller(BEA, "701");
      floor.awaitFigure("sales", "waiting", 1);
      long arrivedMs = floor.queue("sales").path("oldestArrivedMs").asLong();
      floor.turno().kill();
      floor.turno().startAgain();
      Await.until("the queues to be in sight", SOON, floor::connected);
      floor.awaitFigure("sales", "waiting", 1);
      assertEquals(arrivedMs, floor.queue("sales").path("oldestArrivedMs").asLong());
      floor.awaitFigure("help", "talking", 1);
      ana.hangUp(ana.await(Kind.ANSWERED, 1));
      floor.awaitFigure("help", "handled", 1);
      assertEquals(1, floor.figure("help", "offered"));
      assertEquals(1, floor.asterisk("help").completed());
    }
  }

  @Test
  void aRestartOfAsteriskLosesItsCallersAndSaysSoMeanwhile(TestInfo test) {
    try (ObservedFloor floor = start(test)) {
      floor.caller(ANA, "701");
      floor.awaitFigure("sales", "waiting", 1);
      lab.kill();
      Await.until("the queues to be out of sight", SOON, () -> !floor.connected());
      assertEquals(1, floor.figure("sales", "waiting"), "what was last known stays, marked as old");
      lab.startAgain();
      Await.until("the queues to be in sight", SOON, floor::connected);
      floor.awaitFigure("sales", "lost", 1);
      assertEquals(0, floor.figure("sales", "waiting"));
    }
  }
}
