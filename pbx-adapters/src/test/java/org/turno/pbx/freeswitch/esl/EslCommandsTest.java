package org.turno.pbx.freeswitch.esl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.turno.pbx.freeswitch.esl.EslCommands.Originate;

/** Nothing that somebody else wrote becomes part of a command's grammar. */
final class EslCommandsTest {
  private static String ring(String name, String number) {
    return EslCommands.originate(new Originate("j-1-1", "user/1001", name, number, 20, false, 25))
        .text();
  }

  @Test
  void aNameOrNumberCannotBeginAVariableAnArgumentOrACommand() {
    for (String evil :
        List.of(
            "a',sip_h_X-Evil=1,x='",
            "a\n\napi shutdown\n\n",
            "a\r\nX-Evil: 1",
            "}sofia/gateway/t/999 &park",
            "${system(id)}",
            "a^^:b",
            "a\\'b",
            "[x=y]|user/2",
            "\u202ea\u0000b")) {
      for (String text : List.of(ring(evil, "600"), ring("Info", evil))) {
        String variables = text.substring(text.indexOf('{') + 1, text.indexOf('}'));
        assertEquals(1, text.chars().filter(c -> c == '}').count(), text);
        assertEquals(10, variables.chars().filter(c -> c == ',').count(), text);
        assertTrue(text.endsWith("}user/1001 'sched_hangup:+25,park:' inline"), text);
        assertEquals(6, text.chars().filter(c -> c == '\'').count(), text);
        for (String sign : List.of("\n", "\r", "$", "\\", "[", "|", "^", "\u202e", "\u0000")) {
          assertFalse(text.contains(sign), text);
        }
      }
    }
  }

  @Test
  void lettersOfAnyLanguageAreShown() {
    assertTrue(ring("Información 016 (ñ)", "+34 600").contains("'Información 016 (ñ)'"));
    assertTrue(ring("Información", "+34 600").contains("='+34600'"));
  }

  @Test
  void whatIsNoPlainWordIsRefusedWhereAWordIsMeant() {
    for (String evil : List.of("", "a b", "a\nb", "a'b", "${x}", "a;b", "a,b", "x".repeat(600))) {
      assertThrows(IllegalArgumentException.class, () -> EslCommands.transfer("u", evil, "c"));
      assertThrows(IllegalArgumentException.class, () -> EslCommands.playForEver("u b", "c"));
      assertThrows(IllegalArgumentException.class, () -> EslCommands.bridge(evil, "b"));
      if (!evil.isEmpty()) {
        assertThrows(
            IllegalArgumentException.class, () -> EslCommands.set("u", Map.of("turno_x", evil)));
      }
    }
    assertThrows(
        IllegalArgumentException.class, () -> EslCommands.playForEver("u", "a\nevent-lock: false"));
  }

  @Test
  void aLogSeesTheNameOfACommandAndNoArguments() {
    assertEquals(
        "originate",
        EslCommands.originate(
                new Originate("j-1-1", "user/1001", "Info", "600555123", 20, true, 25))
            .toString());
    assertEquals("uuid_transfer", EslCommands.transfer("u", "600555123", "c").toString());
  }
}
