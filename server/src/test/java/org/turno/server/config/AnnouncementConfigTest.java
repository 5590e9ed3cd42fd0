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
import org.turno.acd.plan.AnnouncementPolicy;
import org.turno.acd.plan.AnnouncementPolicy.Estimate;
import org.turno.acd.plan.AnnouncementPolicy.Messages;
import org.turno.acd.plan.AnnouncementPolicy.Phrases;
import org.turno.acd.plan.AnnouncementPolicy.Position;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.Prompt;

/** The keys that say what callers hear: read as written, and every fault named with its remedy. */
final class AnnouncementConfigTest {
  private static final String GOOD =
      """
      pbxs:
        lab: {type: asterisk, ari: {user: u, password_env: P}, ami: {user: u, password_env: P}}
      queues:
        general:
          announcements:
            first: 20s
            every: 90s
            gap: 12s
            on_change: true
            position: up_to
            position_limit: 5
            estimate: once
            round: 5m
            phrases: {next: own/next, end: ''}
            messages: {sounds: [own/web, own/patience], first: 10s, every: 45s, order: shuffled}
      lines:
        '012': {queue: general, greeting: [own/welcome, own/privacy]}
      agents: {anna: {phone: PJSIP/1}}
      http: {token_env: P}
      """;

  @TempDir private Path folder;

  /** A change to the good file and what is then said of it, without the folder. */
  private record Fault(String was, String becomes, String problem) {}

  private static final List<Fault> FAULTS =
      List.of(
          new Fault(
              "position: up_to\n      position_limit: 5",
              "position: upto",
              "10:17: error: position of announcements of queue general is \"upto\": did you mean"
                  + " \"up_to\"?"),
          new Fault(
              "      position_limit: 5\n",
              "",
              "10:17: error: announcements of queue general tells places up to a limit and has"
                  + " none: add position_limit: 5"),
          new Fault(
              "position: up_to",
              "position: always",
              "11:23: error: announcements of queue general has a limit for nothing: write"
                  + " position: up_to or position: more_than, or remove position_limit"),
          new Fault(
              "position_limit: 5",
              "position_limit: 0",
              "11:23: error: position_limit of announcements of queue general is \"0\": write a"
                  + " whole number from 1 to 1000"),
          new Fault(
              "estimate: once",
              "estimate: sometimes",
              "12:17: error: estimate of announcements of queue general is \"sometimes\": use one"
                  + " of never, once, always"),
          new Fault(
              "round: 5m",
              "round: 90s",
              "13:14: error: announcements of queue general rounds to parts of a minute: use whole"
                  + " minutes, as 5m: so they are spoken"),
          new Fault(
              "every: 90s",
              "every: 90",
              "7:14: error: every of announcements of queue general is \"90\", which is not a"
                  + " length of time: add the unit, for example 90s (ms, s, m or h)"),
          new Fault(
              "gap: 12s",
              "gap: 0",
              "8:12: error: gap of announcements of queue general is 0: use 1s to 1h"),
          new Fault(
              "gap: 12s",
              "gap: 11s",
              "8:12: warning: announcements of queue general may begin 11s after one another, and"
                  + " what is not spoken to its end by then is cut off: write gap: 15s, or leave it"
                  + " out: place and time take about 12s"),
          new Fault(
              "next: own/next",
              "next: you are next",
              "14:23: error: next of phrases of announcements of queue general is \"you are next\":"
                  + " write the recording's name without language and ending, as"
                  + " turno/called-back"),
          new Fault(
              "phrases: {next",
              "phrases: {nexd",
              "14:17: error: phrases of announcements of queue general has the unknown key"
                  + " \"nexd\": did you mean \"next\"?"),
          new Fault(
              "sounds: [own/web, own/patience], ",
              "",
              "15:17: error: messages of announcements of queue general has no sounds: add sounds:"
                  + " [turno/patience]"),
          new Fault(
              "own/patience]",
              "'patience, please']",
              "15:36: error: sounds of messages of announcements of queue general is \"patience,"
                  + " please\": write the recording's name without language and ending, as"
                  + " turno/called-back"),
          new Fault(
              "every: 45s",
              "every: 4s",
              "15:70: error: every of messages of announcements of queue general is 4s: use 5s to"
                  + " 1h"),
          new Fault(
              "order: shuffled",
              "order: shufled",
              "15:82: error: order of messages of announcements of queue general is \"shufled\":"
                  + " did you mean \"shuffled\"?"),
          new Fault(
              "own/privacy]",
              "own privacy]",
              "17:51: error: greeting of line 012 is \"own privacy\": write the recording's name"
                  + " without language and ending, as turno/called-back"));

  private ConfigReading read(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("turno.yaml"), yaml);
    return ConfigReader.read(file, Map.of("P", "0123456789abcdef0123"));
  }

  @Test
  void what_is_written_is_what_callers_hear() throws IOException {
    ConfigReading reading = read(GOOD);
    assertEquals(List.of(), reading.problems());
    FloorPlan plan = reading.config().orElseThrow().plan();
    Phrases usual = Phrases.ASTERISK;
    assertEquals(
        new AnnouncementPolicy(
            20_000,
            90_000,
            12_000,
            true,
            Position.UP_TO,
            5,
            Estimate.ONCE,
            300_000,
            new Phrases(
                "own/next",
                usual.position(),
                usual.positionEnd(),
                usual.moreThan(),
                usual.moreThanEnd(),
                usual.estimate(),
                usual.minute(),
                usual.minutes(),
                ""),
            new Messages(
                List.of(
                    List.of(new Prompt.Sound("own/web")),
                    List.of(new Prompt.Sound("own/patience"))),
                10_000,
                45_000,
                true)),
        plan.queues().getFirst().announcements());
    assertEquals(
        List.of(new Prompt.Sound("own/welcome"), new Prompt.Sound("own/privacy")),
        plan.lines().getFirst().greeting());
  }

  @Test
  void what_is_left_out_is_as_documented() throws IOException {
    String yaml =
        GOOD.replaceFirst(
            "(?s)      first: 20s.*?lines:",
            "      messages: {sounds: [own/web]}\n      estimate: always\nlines:");
    ConfigReading reading = read(yaml);
    assertEquals(List.of(), reading.problems());
    assertEquals(
        new AnnouncementPolicy(
            30_000,
            60_000,
            15_000,
            false,
            Position.NEVER,
            0,
            Estimate.ALWAYS,
            60_000,
            Phrases.ASTERISK,
            new Messages(List.of(List.of(new Prompt.Sound("own/web"))), 120_000, 120_000, false)),
        reading.config().orElseThrow().plan().queues().getFirst().announcements());
  }

  @Test
  void a_section_that_tells_nothing_is_an_error() throws IOException {
    String yaml = GOOD.replaceFirst("(?s)      every: 90s.*?lines:", "lines:");
    assertEquals(
        List.of(
            "6:7: error: announcements of queue general announces nothing: add position: always,"
                + " estimate: always or messages: {sounds: [NAME], every: 2m}"),
        said(read(yaml)));
  }

  @Test
  void a_short_gap_is_no_fault_where_nothing_follows() throws IOException {
    String yaml =
        GOOD.replace("gap: 12s", "gap: 1s")
            .replace("on_change: true", "on_change: false")
            .replaceFirst("      messages: .*\n", "");
    assertEquals(List.of(), read(yaml).problems());
  }

  @TestFactory
  Stream<DynamicTest> every_fault_names_file_line_and_remedy() {
    return FAULTS.stream()
        .map(
            fault ->
                DynamicTest.dynamicTest(
                    fault.was.strip() + " -> " + fault.becomes,
                    () -> {
                      assertTrue(GOOD.contains(fault.was), "the fault has no place");
                      ConfigReading reading = read(GOOD.replace(fault.was, fault.becomes));
                      assertEquals(List.of(fault.problem), said(reading));
                    }));
  }

  /** All problems; each begins with the name of the file, which is cut off. */
  private List<String> said(ConfigReading reading) {
    String file = folder.resolve("turno.yaml") + ":";
    List<String> problems = reading.problems().stream().map(Problem::toString).toList();
    assertTrue(problems.stream().allMatch(problem -> problem.startsWith(file)), problems::toString);
    return problems.stream().map(problem -> problem.substring(file.length())).toList();
  }
}
