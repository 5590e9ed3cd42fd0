package org.turno.pbx.asterisk;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.turno.acd.input.PbxInput;
import org.turno.acd.plan.CallerDisplay;

/** An Asterisk that says what none would, and callers whose names and numbers are weapons. */
final class HostileAriTest extends FaultTestBase {
  private static final int MESSAGES = 3_000;

  private static List<String> recorded() {
    List<String> messages = new ArrayList<>();
    for (String name :
        List.of("abandoned", "busy", "rings-out", "served-caller-hangs-up", "dead-man")) {
      Recorded.text(name + ".jsonl").lines().forEach(messages::add);
    }
    return messages;
  }

  /** What a real Asterisk sent, spoilt as the seed says. */
  private static String spoilt(String message, Random random) {
    int at = random.nextInt(message.length());
    return switch (random.nextInt(9)) {
      case 0 -> message.substring(0, at);
      case 1 -> message.substring(0, at) + (char) random.nextInt(0xD800) + message.substring(at);
      case 2 -> message.replaceFirst("\"id\":\"[^\"]*\"", "\"id\":[{}]");
      case 3 -> message.replaceFirst("\"id\":\"[^\"]*\"", "\"id\":\"" + "9".repeat(50_000) + "\"");
      case 4 -> "[".repeat(1 + random.nextInt(3_000)) + message;
      case 5 -> message.replaceFirst("\"type\":\"[^\"]*\"", "\"type\":null");
      case 6 -> message.replace("\"name\":\"", "\"name\":\"\\r\\nX-Evil: 1|\\u202e");
      case 7 -> message.replaceFirst("\\{", "{\"type\":\"StasisStart\",\"type\":7,");
      default -> message.replaceFirst("\"channel\":", "\"chanel\":");
    };
  }

  /** Some spoilt message may have cost the link: the call is told until it is up again. */
  private boolean heardOf(String call) {
    asterisk.sendLater(FakeAsterisk.callArrives(call, "012"));
    return sink.heard().stream()
        .anyMatch(input -> input instanceof PbxInput.CallArrived c && c.leg().value().equals(call));
  }

  @Test
  void spoilt_messages_are_counted_and_logged_once_and_calls_go_on() {
    connect();
    List<String> messages = recorded();
    Random random = new Random(20261127);
    for (int i = 0; i < MESSAGES; i++) {
      asterisk.send(spoilt(messages.get(random.nextInt(messages.size())), random));
    }
    eventually("a call is heard of", () -> heardOf("call.after"));
    assertTrue(adapter.figures().malformed() > MESSAGES / 10);
    assertTrue(log.warnings().size() <= 8, log.warnings()::toString);
    log.messages().forEach(text -> assertFalse(text.contains("X-Evil"), text));
    sink.heard().forEach(input -> assertFalse(input.toString().contains("X-Evil")));
  }

  @Test
  void a_callers_number_can_begin_no_header_and_is_shown_no_longer_than_a_phone_can() {
    connectWithCaller();
    asterisk.answer("CALLERID%28num-pres%29", 200, "{\"value\":\"allowed_not_screened\"}");
    asterisk.answer(
        "CALLERID%28num%29",
        200,
        "{\"value\":\"600\\r\\nX-Evil: 1\\\" <sip:a@b>;x=y|${SHELL(x)}"
            + "7".repeat(4_096)
            + "\"}");
    adapter.execute(ring("r1", CallerDisplay.CALLER));
    eventually("the phone is asked for", () -> asterisk.asked("1001") > 0);
    String asked =
        asterisk.asked().stream().filter(a -> a.contains("1001")).findFirst().orElseThrow();
    assertFalse(asked.contains("X-Evil: "), asked);
    assertFalse(asked.contains("sip:a@b"), asked);
    assertFalse(asked.contains("${"), asked);
    assertTrue(asked.length() < 2_000, asked);
  }
}
