package org.turno.load.lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A Turno beside an Asterisk, its agents' phones and its callers, for one test. */
final class TestFloor implements AutoCloseable {
  static final Duration SOON = Duration.ofSeconds(20);

  private static final String ALL_LINES =
      """
      lines:
        '012': {queue: general, show_caller: true}
        '016': {queue: general, show_caller: true, priority: 100}
        '010': {queue: general, show_caller: true, requires: lang.en}
      agents:
        a1: {phone: PJSIP/1001, skills: {lang.es: 100}}
        a2: {phone: PJSIP/1002, skills: {lang.es: 100, lang.en: 50}}
        a3: {phone: PJSIP/1003, skills: {lang.es: 100}}
      """;

  private final AsteriskLab lab;
  private final TurnoProcess turno;
  private final List<AutoCloseable> things = new ArrayList<>();

  /**
   * Starts Turno with three agents, who are signed out.
   *
   * @param queue what the queue has besides its name
   */
  TestFloor(AsteriskLab lab, Path folder, String queue) {
    this.lab = lab;
    String skills = "skills: {lang.es: Spanish, lang.en: English}\n";
    String queues = "queues:\n  general: {requires: lang.es, " + queue + "}\n";
    turno = TurnoProcess.start(lab, folder, skills + queues + ALL_LINES);
  }

  TurnoProcess turno() {
    return turno;
  }

  /**
   * Registers an agent's phone and signs the agent in, to whom a waiting caller may come at once.
   */
  SippPhones agent(int number, Manner... manners) {
    SippPhones phone = phone("100" + number, manners);
    command(number, "sign-in");
    Await.until(
        "agent a" + number + " to be at work",
        SOON,
        () -> !List.of("signed_out", "phone_unreachable").contains(agentState(number)),
        () -> agentState(number));
    return phone;
  }

  SippPhones phone(String name, Manner... manners) {
    SippPhones phone = lab.phone(name, manners);
    things.add(phone);
    return phone;
  }

  void command(int number, String command) {
    turno.api().post("/api/v1/agents/a" + number + "/" + command, "");
  }

  /** Places a call and waits until it waits with Turno. */
  SippCallers caller(String from, String line) {
    SippCallers caller = lab.call(SippCallers.Call.staying(from, line));
    things.add(caller);
    caller.await(SipEvent.Kind.ANSWERED, 1);
    return caller;
  }

  void awaitAgent(int number, String state) {
    Await.until(
        "agent a" + number + " to be " + state,
        SOON,
        () -> agentState(number).equals(state),
        () -> agentState(number));
  }

  private String agentState(int number) {
    for (JsonNode agent : turno.api().get("/api/v1/agents").path("agents")) {
      if (agent.path("id").asText().equals("a" + number)) {
        return agent.path("state").asText();
      }
    }
    return "unknown";
  }

  /** How many agents are in a state. */
  long inState(String state) {
    long count = 0;
    for (JsonNode agent : turno.api().get("/api/v1/agents").path("agents")) {
      count += agent.path("state").asText().equals(state) ? 1 : 0;
    }
    return count;
  }

  /** A figure of the one queue. */
  long figure(String name) {
    JsonNode queue = turno.api().get("/api/v1/queues").path("queues").path(0);
    return Objects.requireNonNull(queue.get(name), name).asLong();
  }

  void awaitFigure(String name, long value) {
    Await.until(
        name + " to be " + value, SOON, () -> figure(name) == value, () -> "it is " + figure(name));
  }

  /** The one conversation that a phone is in. */
  String conversationOf(String phone) {
    return lab.legs().stream()
        .filter(leg -> leg.isOf(phone))
        .map(AsteriskLeg::conversation)
        .findFirst()
        .orElse("");
  }

  void awaitNoLegs() {
    lab.awaitNoLegs(SOON);
  }

  /** The number of the caller for whom a phone rang, by the order of its rings. */
  static String rungFor(SippPhones phone, String name, int times) {
    return phone.await(name, SipEvent.Kind.RUNG, times).shownNumber();
  }

  /** Ends everything that the test left, so that the next one finds Asterisk empty. */
  @Override
  public void close() {
    turno.close();
    if (lab.process().alive()) {
      lab.rx("channel request hangup all");
    }
    for (AutoCloseable thing : things) {
      if (thing instanceof SippPhones phones) {
        phones.unregister();
        phones.close();
      } else if (thing instanceof SippCallers callers) {
        callers.close();
      }
    }
    lab.awaitNoLegs(SOON);
  }
}
