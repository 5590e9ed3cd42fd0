package org.turno.server.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each fault is named at its line and column, with the remedy. */
final class ConfigFaultsTest {
  private static final String GOOD =
      """
      pbxs:
        madrid:
          type: asterisk
          ari: {host: 127.0.0.1, user: turno, password_env: ARI}
          ami: {user: turno, password_env: AMI}
      skills:
        lang.es: Spanish
        violence: Gender violence
      queues:
        general:
          offer_timeout: 15s
          requires: lang.es >= 30
          max_wait: 10m
          overflow: {queue: spare}
        spare: {}
        hotline:
          requires: "violence >= 50 and lang.es"
      lines:
        '012':
          queue: general
          show_caller: true
        '016':
          queue: hotline
          priority: 100
          protected: true
      agents:
        anna:
          phone: PJSIP/1001
          skills: {lang.es: 100, violence: 80}
        berta:
          phone: PJSIP/1002
          skills: {lang.es: 90}
          queues: [general, spare]
      """;

  /**
   * A change to the good file and what is then said of it.
   *
   * @param problems without the name of the file
   */
  private record Fault(String was, String becomes, List<String> problems) {}

  private static Fault fault(String was, String becomes, String... problems) {
    return new Fault(was, becomes, List.of(problems));
  }

  private static final List<Fault> FAULTS =
      List.of(
          fault(
              "offer_timeout: 15s",
              "offer_timeot: 15s",
              "11:5: error: queue general has the unknown key \"offer_timeot\": did you mean"
                  + " \"offer_timeout\"?"),
          fault(
              "show_caller: true",
              "language: Spanish",
              "21:15: error: line 012 has the language Spanish: write it as the PBX's folder of"
                  + " recordings is called: es, en, en_GB"),
          fault(
              "offer_timeout: 15s",
              "colour: red",
              "11:5: error: queue general has the unknown key \"colour\": use one of name, requires, "),
          fault(
              "offer_timeout: 15s",
              "offer_timeout: 15",
              "11:20: error: offer_timeout of queue general is \"15\", which is not a length of"
                  + " time: add the unit, for example 15s (ms, s, m or h)"),
          fault(
              "offer_timeout: 15s",
              "offer_timeout: soon",
              "11:20: error: offer_timeout of queue general is \"soon\", which is not a length of"
                  + " time: write a whole number and a unit: 300ms, 15s, 2m or 1h"),
          fault(
              "offer_timeout: 15s",
              "offer_timeout: 2h",
              "11:20: error: offer_timeout of queue general is 2h: use 1s to 1h"),
          fault(
              "offer_timeout: 15s",
              "offer_timeout: [15s]",
              "11:20: error: offer_timeout of queue general is a list: write one value here, as in"
                  + " the example turno.yaml"),
          fault(
              "offer_timeout: 15s",
              "offer_timeout:",
              "11:19: error: offer_timeout of queue general has no value: give it one or remove"
                  + " the line"),
          fault(
              "offer_timeout: 15s",
              "requires: lang.es",
              "12:5: error: queue general has \"requires\" twice, first in line 11: remove one or"
                  + " rename it"),
          fault(
              "offer_timeout: 15s",
              "max_length: -1",
              "11:17: error: max_length of queue general is \"-1\": write a whole number from 0 to"
                  + " 1000000"),
          fault(
              "offer_timeout: 15s",
              "offer_timeout: !long 15s",
              "11:20: error: offer_timeout of queue general has the YAML tag !long: remove the"
                  + " tag: Turno uses none"),
          fault(
              "overflow: {queue: spare}",
              "max_length: 5",
              "13:15: error: queue general has max_wait but no overflow: say where its contacts"
                  + " go, for example overflow: {queue: OTHER}, or remove max_wait",
              "14:17: error: queue general has max_length but no overflow: say where its contacts"
                  + " go, for example overflow: {queue: OTHER}, or remove max_length"),
          fault(
              "overflow: {queue: spare}",
              "overflow: {queue: spair}",
              "14:23: error: overflow of queue general names the unknown queue \"spair\": did you mean"
                  + " \"spare\"?"),
          fault(
              "overflow: {queue: spare}",
              "overflow: {extension: '600'}",
              "14:15: error: overflow of queue general does not say one destination: write {queue: OTHER}, {line:"
                  + " OTHER}, {context: CONTEXT, extension: EXTENSION} or {announce: SOUND}"),
          fault(
              "spare: {}",
              "spare: {overflow: {queue: general}}",
              "14:15: error: overflow goes in a circle: general -> spare -> general: let one of"
                  + " these overflow to an extension or not at all"),
          fault(
              "requires: lang.es >= 30",
              "requires: lang.es >> 30",
              "12:24: error: requires of queue general cannot be read at column 10 of its text:"
                  + " expected a level from 0 to 100 (as in: violence >= 50 and (lang.es or lang.en"
                  + " >= 30))"),
          fault(
              "requires: \"violence >= 50 and lang.es\"",
              "requires: \"violence >= 50 and (lang.es\"",
              "17:43: error: requires of queue hotline cannot be read at column 28 of its text:"
                  + " expected \")\" (as in: violence >= 50 and (lang.es or lang.en >= 30))"),
          fault(
              "requires: \"violence >= 50 and lang.es\"",
              "requires: \"violence >= 50 and lang.se\"",
              "17:35: error: queue hotline names the unknown skill \"lang.se\": did you mean"
                  + " \"lang.es\"?"),
          fault(
              "queue: hotline",
              "queue: nowhere",
              "23:12: error: line 016 names the unknown queue \"nowhere\": define it under queues"
                  + " or correct the name (known: general, hotline, spare)"),
          fault(
              "    queue: hotline\n",
              "",
              "22:3: error: line 016 has no queue: add it, for example queue: general"),
          fault(
              "protected: true",
              "protected: true\n    show_caller: true",
              "26:18: error: line 016 is protected and would show its caller: remove show_caller"),
          fault(
              "protected: true",
              "protected: yes",
              "25:16: error: protected of line 016 is \"yes\": write true or false"),
          fault(
              "requires: \"violence >= 50 and lang.es\"",
              "wrap_up_limit: 30s",
              "17:20: error: queue hotline serves the protected line 016 and ends wrap-up by"
                  + " itself: write wrap_up_limit: by_agent: after such a call only the agent ends it"),
          fault(
              "skills: {lang.es: 100, violence: 80}",
              "wrap_up_limit: 30s",
              "16:3: error: queue hotline serves the protected line 016, and the wrap-up of agent"
                  + " anna ends by itself: write wrap_up_limit: by_agent for the queue: it holds for"
                  + " all its agents"),
          fault(
              "queue: hotline\n    priority: 100",
              "queue: general",
              "22:3: warning: the protected line 016 waits behind line 012 in queue general: give it a priority above 0"),
          fault(
              "violence: 80",
              "violence: 20",
              "22:3: warning: no configured agent can serve line 016: give an agent the queue"
                  + " hotline and skills that meet: violence >= 50 and lang.es"),
          fault(
              "violence: 80",
              "violence: high",
              "29:38: error: skill violence of agent anna has the level \"high\": write a level from"
                  + " 1 (little) to 100 (expert)",
              "22:3: warning: "),
          fault(
              "violence: 80",
              "violense: 80",
              "29:28: error: agent anna names the unknown skill \"violense\": did you mean"
                  + " \"violence\"?",
              "22:3: warning: "),
          fault(
              "PJSIP/1002",
              "PJSIP/1001",
              "31:12: error: agent berta has the phone of agent anna: give each agent a phone of"
                  + " their own"),
          fault(
              "PJSIP/1002",
              "1002",
              "31:12: error: phone of agent berta is \"1002\": write technology and name as the"
                  + " PBX dials them, for example PJSIP/1001 or user/1001"),
          fault(
              "queues: [general, spare]",
              "queues: general",
              "33:13: error: queues of agent berta is the text \"general\": write a list, for"
                  + " example [a, b], here, as in the example turno.yaml"),
          fault(
              "user: turno, password_env: AMI",
              "user: turno, password: 1234",
              "5:24: error: ami of PBX madrid has its password in this file: put it into a file"
                  + " that only Turno may read and write password_file: FILE, or into the"
                  + " environment and write password_env: NAME",
              "5:10: error: ami of PBX madrid has no password: add password_file: FILE or"
                  + " password_env: NAME"),
          fault(
              "password_env: AMI",
              "password_env: NOT_THERE",
              "5:38: error: ami of PBX madrid takes a secret from the variable NOT_THERE, which is"
                  + " not set: set it where Turno is started (systemd: EnvironmentFile=)"),
          fault(
              "type: asterisk",
              "type: asterix",
              "3:11: error: PBX madrid has the unknown type \"asterix\": use one of asterisk,"
                  + " freeswitch"),
          fault(
              "host: 127.0.0.1",
              "port: 808800",
              "4:17: error: port of ari of PBX madrid is \"808800\": write a whole number from 1 to"
                  + " 65535"),
          fault(
              "type: asterisk",
              "type: asterisk\n    dead_man_switch: 5500ms",
              "4:22: error: dead_man_switch of PBX madrid is 5500ms: use whole seconds: the PBX"
                  + " counts no finer"),
          fault(
              "    ami: {user: turno, password_env: AMI}\n",
              "",
              "2:3: warning: PBX madrid has no ami, so nobody watches its phones: add ami as in the"
                  + " example turno.yaml, or calls ring at phones that are busy or off"),
          fault(
              "  violence: Gender",
              "  or: Either\n  violence: Gender",
              "8:3: error: skill \"or\" has a name that will not do: use 1 to 64 letters, digits and"
                  + " . _ -, and not the words and, or, not"),
          fault(
              "  berta:",
              "  b e:",
              "30:3: error: agent \"b e\" has a name that will not do: use 1 to 64 letters, digits"
                  + " and . _ - + * #; put what people read into name or alias"),
          fault(
              "  berta:",
              "\tberta:",
              "30:1: error: not YAML: found character '\\t(TAB)' that cannot start any token."
                  + " (Do not use \\t(TAB) for indentation): check indentation (spaces, no tabs),"
                  + " colons and quotes here and on the line before"));

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> everyFaultIsNamedAtItsPlaceWithItsRemedy() {
    return FAULTS.stream()
        .map(
            fault ->
                DynamicTest.dynamicTest(
                    fault.was() + " => " + fault.becomes(), () -> assertFault(fault)));
  }

  @Test
  void theGoodFileHasNoProblem() throws IOException {
    assertEquals("", messages(read(GOOD)));
    assertTrue(read(GOOD).config().isPresent());
  }

  @Test
  void allFaultsOfAFileAreReportedAtOnceInItsOrder() throws IOException {
    String bad =
        GOOD.replace("offer_timeout: 15s", "offer_timeot: 15s")
            .replace("queue: spare", "queue: nowhere")
            .replace("protected: true", "protected: perhaps")
            .replace("violence: 80", "violence: 800");

    ConfigReading reading = read(bad);

    assertEquals(
        List.of(11, 14, 22, 25, 29), reading.problems().stream().map(Problem::line).toList());
    assertTrue(reading.config().isEmpty());
  }

  private void assertFault(Fault fault) throws IOException {
    assertTrue(GOOD.contains(fault.was()), "the good file has no " + fault.was());
    String messages = messages(read(GOOD.replace(fault.was(), fault.becomes())));
    for (String problem : fault.problems()) {
      assertTrue(messages.contains(problem), () -> "missing: " + problem + "\nsaid:\n" + messages);
    }
    long named = fault.problems().stream().filter(p -> p.contains("error")).count();
    assertEquals(named, messages.lines().filter(l -> l.contains(": error: ")).count(), messages);
  }

  private ConfigReading read(String yaml) throws IOException {
    Path file = folder.resolve("turno.yaml");
    Files.writeString(file, yaml);
    return ConfigReader.read(file, Map.of("ARI", "a", "AMI", "b"));
  }

  private String messages(ConfigReading reading) {
    String prefix = folder.resolve("turno.yaml") + ":";
    StringBuilder lines = new StringBuilder();
    for (Problem problem : reading.problems()) {
      lines.append(problem.toString().replace(prefix, "")).append('\n');
    }
    return lines.toString();
  }
}
