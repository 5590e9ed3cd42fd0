package org.turno.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What those who wait were told by another distributor is told by Turno. */
final class ImportAnnouncementsTest {
  @TempDir private Path folder;

  private record Outcome(String yaml, String leftovers) {}

  private Outcome imported(String name, String text) throws IOException {
    Path conf = Files.writeString(folder.resolve(name), text);
    Path yaml = folder.resolve("turno.yaml");
    Cli cli = Cli.run(Map.of(), "import", conf.toString(), "-o", yaml.toString(), "--force");
    assertEquals(0, cli.exit(), cli.err());
    Cli check = Cli.run(Map.of(), "check", "--no-secrets", yaml.toString());
    assertEquals(0, check.exit(), check.out());
    assertFalse(check.out().contains("warning: announcements"), check.out());
    return new Outcome(Files.readString(yaml), cli.err());
  }

  private static void assertHas(String text, String part) {
    assertTrue(text.contains(part), () -> part + " is not in\n" + text);
  }

  @Test
  void placeWaitAndMessagesOfAppQueueAreTakenOver() throws IOException {
    Outcome outcome =
        imported(
            "queues.conf",
            """
            [general]
            [q]
            announce-frequency = 90
            min-announce-frequency = 20
            announce-position = limit
            announce-position-limit = 5
            announce-holdtime = once
            queue-youarenext = custom/next
            queue-thankyou =
            queue-minutes = queue-minutes
            periodic-announce = custom/web,custom/patience
            periodic-announce-frequency = 60
            periodic-announce-startdelay = 10
            random-periodic-announce = yes
            member => PJSIP/1
            """);
    assertHas(
        outcome.yaml,
        "    announcements: {first: 0, every: 90s, gap: 20s, on_change: true, position: up_to,"
            + " position_limit: 5, estimate: once, phrases: {next: custom/next, end: ''}, messages:"
            + " {sounds: [custom/web, custom/patience], first: 10s, every: 60s, order: shuffled}}\n");
    assertHas(outcome.leftovers, "1 queue, 1 agent, 0 things without");
  }

  @Test
  void whatAppQueueDoesUnlessToldIsDoneToo() throws IOException {
    Outcome outcome =
        imported(
            "queues.conf",
            """
            [all]
            announce-frequency = 30
            [beyond]
            announce-frequency = 30
            announce-position = more
            announce-holdtime = no
            [music]
            announce-position = yes
            min-announce-frequency = 15
            periodic-announce = never-played
            [periodic]
            periodic-announce-frequency = 45
            """);
    assertHas(
        outcome.yaml,
        "{first: 0, every: 30s, on_change: true, position: always, estimate: always}\n");
    assertHas(outcome.yaml, "position: more_than, position_limit: 10, estimate: never}\n");
    assertHas(outcome.yaml, "{messages: {sounds: [queue-periodic-announce], every: 45s}}\n");
    assertFalse(outcome.yaml.contains("never-played"), outcome.yaml);
    assertHas(outcome.yaml, "  music:\n    misses_before_pause: 0\n");
  }

  @Test
  void whatAppQueueTellsDifferentlyIsListedWithItsLine() throws IOException {
    Outcome outcome =
        imported(
            "queues.conf",
            """
            [q]
            announce-frequency = 5000
            min-announce-frequency = 3
            announce-round-seconds = 10
            announce-position-only-up = yes
            announce-to-first-user = no
            queue-holdtime = two words
            periodic-announce = ok,not ok
            periodic-announce-frequency = 2
            relative-periodic-announce = yes
            announce-position-limit = many
            """);
    for (String told :
        new String[] {
          "queues.conf:2: announce-frequency = 5000: outside what suits Turno: every is 3600s",
          "queues.conf:3: min-announce-frequency = 3: outside what suits Turno: gap is 12s",
          "queues.conf:4: announce-round-seconds = 10: the wait is told in whole minutes",
          "queues.conf:5: announce-position-only-up = yes: a place is told as it is",
          "queues.conf:6: announce-to-first-user = no: who is next is told so too",
          "queues.conf:7: queue-holdtime = two words: not one recording's name",
          "queues.conf:8: periodic-announce = ok,not ok: \"not ok\" is not one recording's name",
          "queues.conf:9: periodic-announce-frequency = 2: outside what suits Turno: every is 5s",
          "queues.conf:10: relative-periodic-announce = yes: every counts from one beginning"
        }) {
      assertHas(outcome.leftovers, told);
    }
    assertHas(outcome.yaml, "messages: {sounds: [ok], every: 5s}}\n");
  }

  @Test
  void theMessageOfModCallcenterIsTakenOver() throws IOException {
    String conf =
        """
        <configuration name="callcenter.conf"><queues>
          <queue name="support@default">
            <param name="announce-sound" value="SOUND"/>
            <param name="announce-frequency" value="60"/>
          </queue>
        </queues></configuration>
        """;
    Outcome outcome =
        imported(
            "callcenter.conf.xml",
            conf.replace("SOUND", "$${sounds_dir}/en/us/ivr-please_hold.wav"));
    assertHas(
        outcome.yaml, "    announcements: {messages: {sounds: [ivr-please_hold], every: 60s}}\n");
    assertHas(
        outcome.leftovers,
        "callcenter.conf.xml:3: announce-sound = $${sounds_dir}/en/us/ivr-please_hold.wav: it is"
            + " called ivr-please_hold");
    Outcome tone = imported("callcenter.conf.xml", conf.replace("SOUND", "tone_stream://%(250)"));
    assertFalse(tone.yaml.contains("announcements"), tone.yaml);
    assertHas(tone.leftovers, "not a recording's file");
  }
}
