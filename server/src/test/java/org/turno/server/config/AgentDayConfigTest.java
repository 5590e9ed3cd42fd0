package org.turno.server.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turno.acd.plan.AnswerMode;
import org.turno.acd.plan.HardContactPolicy;
import org.turno.acd.plan.OfferPolicy;
import org.turno.acd.plan.PauseReason;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.RetryDelays;
import org.turno.acd.plan.WrapUpPolicy;

/** The keys of an agent's day: pauses, wrap-up, refusals, hard contacts, ways to answer. */
final class AgentDayConfigTest {
  private static final String BASE =
      """
      pbxs:
        lab: {type: asterisk, ari: {user: u, password_env: P}, ami: {user: u, password_env: P}}
      queues:
        general: QUEUE
      lines:
        '012': {queue: general}
      agents:
        anna: AGENT
      pauses: PAUSES
      http: {token_env: P}
      """;

  @TempDir private Path folder;

  private ConfigReading read(String queue, String agent, String pauses) throws IOException {
    Path file = folder.resolve("turno.yaml");
    Files.writeString(
        file, BASE.replace("QUEUE", queue).replace("AGENT", agent).replace("PAUSES", pauses));
    return ConfigReader.read(file, Map.of("P", "0123456789abcdef0123"));
  }

  private ConfigReading pauses(String pauses) throws IOException {
    return read("{}", "{phone: PJSIP/1}", pauses);
  }

  private static void assertProblem(ConfigReading reading, String... parts) {
    String all = reading.problems().toString();
    for (String part : parts) {
      assertTrue(all.contains(part), all);
    }
  }

  @Test
  void pauseReasonsReachTheCore() throws IOException {
    ConfigReading reading =
        pauses(
            "{lunch: {text_es: Comida, text_en: Lunch, paid: false, planned: true, limit: 45m},"
                + " coffee: {}}");
    assertEquals(List.of(), reading.problems());
    assertEquals(
        List.of(
            new PauseReason("lunch", "Comida", "Lunch", false, true, 45 * 60_000),
            new PauseReason("coffee", "coffee", "coffee", true, false, 0)),
        reading.config().orElseThrow().plan().pauses());
  }

  @Test
  void anAgentsOwnWrapUpReachesTheCore() throws IOException {
    ConfigReading reading =
        read("{wrap_up_limit: 10s}", "{phone: PJSIP/1, wrap_up: {limit: 40s, minimum: 5s}}", "{}");
    assertEquals(List.of(), reading.problems());
    assertEquals(
        new WrapUpPolicy(40_000, 5_000, 0, 0),
        reading.config().orElseThrow().plan().agents().getFirst().wrapUp());
  }

  private ConfigReading queue(String queue) throws IOException {
    return read(queue, "{phone: PJSIP/1}", "{}");
  }

  private static QueuePlan plan(ConfigReading reading) {
    assertEquals(List.of(), reading.problems());
    return reading.config().orElseThrow().plan().queues().getFirst();
  }

  @Test
  void wrapUpHasAShortFormAndAFullOne() throws IOException {
    assertEquals(new WrapUpPolicy(30_000), plan(queue("{wrap_up_limit: 30s}")).wrapUp());
    assertEquals(
        new WrapUpPolicy(WrapUpPolicy.BY_AGENT, 10_000, 0, 0),
        plan(queue("{wrap_up: {limit: by_agent, minimum: 10s}}")).wrapUp());
    assertEquals(
        new WrapUpPolicy(30_000, 5_000, 20_000, 2),
        plan(queue("{wrap_up: {limit: 30s, minimum: 5s, extend_by: 20s, extensions: 2}}"))
            .wrapUp());
  }

  @Test
  void aWrapUpThatCannotBeIsNamed() throws IOException {
    assertProblem(
        queue("{wrap_up_limit: 30s, wrap_up: {limit: 20s}}"), "has both wrap_up_limit and wrap_up");
    assertProblem(
        queue("{wrap_up: {limit: 10s, minimum: 20s}}"), "lasts at least 20s and ends before that");
    assertProblem(
        queue("{wrap_up: {limit: 10s, extensions: 2}}"), "extend_by: 30s and extensions: 2");
    assertProblem(
        queue("{wrap_up: {limit: by_agent, extensions: 2, extend_by: 5s}}"), "has no limit");
  }

  @Test
  void retryDelaysAreOneForAllOrOneEach() throws IOException {
    assertEquals(RetryDelays.all(7_000), plan(queue("{retry_delay: 7s}")).offers().delays());
    assertEquals(
        new RetryDelays(5_000, 60_000, 30_000, 5_000),
        plan(queue("{retry_delay: {rejected: 1m, busy: 30s}}")).offers().delays());
    assertProblem(queue("{retry_delay: {rejectd: 1m}}"), "did you mean \"rejected\"?");
  }

  @Test
  void whatDecliningMeansReachesTheCore() throws IOException {
    OfferPolicy offers =
        plan(queue("{rejections_before_pause: 4, rejection_is_miss: true}")).offers();
    assertEquals(OfferPolicy.DEFAULT.declining(4, true), offers);
    assertProblem(queue("{rejections_before_pause: -1}"), "whole number from 0 to 1000");
  }

  @Test
  void hardContactsReachTheCoreAndAnUnknownReasonIsNamed() throws IOException {
    String queue = "{hard_contacts: {limit: 2, break: 15m, reason: rest, keep_away: true}}";
    ConfigReading reading = read(queue, "{phone: PJSIP/1}", "{rest: {text_en: Rest}}");
    assertEquals(new HardContactPolicy(2, 15 * 60_000, "rest", true), plan(reading).hardContacts());
    assertProblem(queue(queue), "names the unknown pause \"rest\"");
    assertProblem(queue("{hard_contacts: {break: 15m}}"), "has no limit: add it");
    assertProblem(queue("{hard_contacts: {limit: 2}}"), "does nothing about them");
  }

  private ConfigReading answering(String mode) throws IOException {
    return read("{}", "{phone: PJSIP/1, answer: " + mode + "}", "{}");
  }

  @Test
  void howAnAgentAnswersReachesTheCore() throws IOException {
    ConfigReading reading = answering("off_hook");
    assertEquals(List.of(), reading.problems());
    assertEquals(
        AnswerMode.OFF_HOOK, reading.config().orElseThrow().plan().agents().getFirst().answer());
    assertProblem(answering("hands_free"), "use one of manual, auto, off_hook");
  }

  @Test
  void aSlipInAPauseIsNamed() throws IOException {
    assertProblem(
        pauses("{lunch: {limt: 45m}}"),
        "pause lunch has the unknown key \"limt\"",
        "did you mean \"limit\"?");
    assertProblem(pauses("{lunch: {limit: 45}}"), "add the unit, for example 45s");
    assertProblem(pauses("{lunch: {paid: no}}"), "write true or false");
  }
}
