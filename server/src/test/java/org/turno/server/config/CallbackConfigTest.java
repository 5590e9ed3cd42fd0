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
import org.turno.acd.plan.CallbackPolicy;
import org.turno.acd.plan.Door;
import org.turno.acd.plan.Key;
import org.turno.acd.plan.KeyAction;
import org.turno.acd.plan.Prompt;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;

/** The keys that say who is called back, and how. */
final class CallbackConfigTest {
  private static final String OUTSIDE = "outside: {dial: 'PJSIP/{number}@trunk', caller_id: '910'}";
  private static final String KEY = "callbacks: {key_env: P}";
  private static final String POLICY =
      "{keys: {'1': {callback: true}}, callback: {attempts: 2, gap: 5m, ring: 20s, expires: 2h, hours: day,"
          + " confirmation: turno/bye}}";

  @TempDir private Path folder;

  private ConfigReading read(String outside, String queue, String line, String key)
      throws IOException {
    Path file = folder.resolve("turno.yaml");
    Files.writeString(
        file,
        """
        pbxs:
          lab:
            type: asterisk
            ari: {user: u, password_env: P}
            ami: {user: u, password_env: P}
            OUTSIDE
        queues:
          general: QUEUE
        lines:
          '012': {queue: general, LINE}
        calendars: {day: {zone: Europe/Madrid, weekly: {mon-sun: '09:00-21:00'}}}
        agents: {anna: {phone: PJSIP/1}}
        KEY
        http: {token_env: P}
        """
            .replace("OUTSIDE", outside)
            .replace("QUEUE", queue)
            .replace("LINE", line)
            .replace("KEY", key));
    return ConfigReader.read(file, Map.of("P", "0123456789abcdef0123456789abcdef"));
  }

  private void saysOf(ConfigReading reading, String what) {
    assertTrue(
        reading.problems().stream().anyMatch(problem -> problem.toString().contains(what)),
        reading.problems()::toString);
  }

  @Test
  void a_queue_calls_back_as_it_says() throws IOException {
    ConfigReading reading = read(OUTSIDE, POLICY, "callback: true", KEY);
    assertEquals(List.of(), reading.problems());
    TurnoConfig config = reading.config().orElseThrow();
    QueuePlan queue = config.plan().queues().getFirst();
    assertEquals(
        new CallbackPolicy(
                2, 300_000, 20_000, true, List.of(new Prompt.Sound("turno/bye")), List.of())
            .expiring(7_200_000),
        queue.callback());
    assertEquals(new KeyAction.CallMeBack(), queue.keys().get(Key.K1));
    assertTrue(config.plan().lines().getFirst().callback());
    assertEquals(
        List.of(Door.ofCallbacks(new QueueId("general"))),
        config.openings().stream().map(opening -> opening.door()).toList());
  }

  @Test
  void what_a_callback_needs_must_be_there() throws IOException {
    saysOf(read(OUTSIDE, POLICY, "callback: true", ""), "no key to seal numbers with");
    saysOf(read("", POLICY, "callback: true", KEY), "how people outside are called");
    saysOf(read(OUTSIDE, "{}", "callback: true", KEY), "its queue general does not");
    saysOf(
        read(OUTSIDE, "{keys: {'1': {callback: true}}}", "priority: 0", KEY),
        "the queue makes none");
  }

  @Test
  void a_protected_line_never_calls_back() throws IOException {
    saysOf(
        read(OUTSIDE, POLICY, "callback: true, protected: true", KEY),
        "is protected and would call people back");
  }

  @Test
  void a_way_to_dial_has_one_place_for_the_number() throws IOException {
    saysOf(
        read("outside: {dial: PJSIP/trunk, caller_id: '910'}", POLICY, "callback: true", KEY),
        "dial of outside of PBX lab");
  }
}
