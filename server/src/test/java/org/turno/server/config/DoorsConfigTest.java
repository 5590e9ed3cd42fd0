package org.turno.server.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turno.acd.plan.Absence;
import org.turno.acd.plan.ClosedPolicy;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.Door;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.Key;
import org.turno.acd.plan.KeyAction;
import org.turno.acd.plan.Limit;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.Prompt;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.server.hours.OpeningHours;

/** The keys that say who comes in, who may stay and where the others go. */
final class DoorsConfigTest {
  private static final String HOLIDAYS =
      """
      BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:-//test//EN
      BEGIN:VEVENT
      UID:one
      DTSTAMP:20260101T000000Z
      DTSTART;VALUE=DATE:20200106
      RRULE:FREQ=YEARLY
      END:VEVENT
      END:VCALENDAR
      """;

  @TempDir private Path folder;

  private ConfigReading read(String general, String line012, String more) throws IOException {
    Path file = folder.resolve("turno.yaml");
    Files.writeString(folder.resolve("days.ics"), HOLIDAYS.replace("\n", "\r\n"));
    Files.writeString(
        file,
        """
        pbxs:
          lab: {type: asterisk, ari: {user: u, password_env: P}, ami: {user: u, password_env: P}}
        queues:
          general: GENERAL
          spare: {}
        lines:
          '012': {queue: general, LINE012}
          '013': {queue: spare}
        agents: {anna: {phone: PJSIP/1}}
        MORE
        http: {token_env: P}
        """
            .replace("GENERAL", general)
            .replace("LINE012", line012)
            .replace("MORE", more));
    return ConfigReader.read(file, Map.of("P", "0123456789abcdef0123"));
  }

  private static TurnoConfig whole(ConfigReading reading) {
    assertEquals(List.of(), reading.problems());
    return reading.config().orElseThrow();
  }

  private static QueuePlan general(FloorPlan plan) {
    return plan.queues().getFirst();
  }

  private void assertFault(ConfigReading reading, String fault) {
    List<String> said =
        reading.problems().stream()
            .map(p -> p.line() + ":" + p.column() + ": " + p.what() + ": " + p.remedy())
            .toList();
    assertTrue(said.stream().anyMatch(s -> s.contains(fault)), () -> fault + " is not in " + said);
    assertTrue(reading.config().isEmpty(), "the file is not usable");
  }

  @Test
  void limitsAndWaysOutReachTheCore() throws IOException {
    QueuePlan queue =
        general(
            whole(
                    read(
                        "{join_when_empty: strict, leave_when_empty: [inuse, ringing], no_agent:"
                            + " {max_wait: 60s, newcomers_max_wait: 5s, absent: paused}, max_wait: 2m,"
                            + " overflow: {announce: [turno/sorry, turno/later]}, overflow_when:"
                            + " {join_empty: {line: '013'}, max_wait: {context: c, extension: e}},"
                            + " keys: {'0': {queue: spare}, '#': {line: '013'}}}",
                        "priority: 0",
                        ""))
                .plan());
    assertEquals(
        List.of(Absence.PAUSED, Absence.PENALTY, Absence.UNAVAILABLE, Absence.INVALID),
        queue.admission().empty().join());
    assertEquals(List.of(Absence.INUSE, Absence.RINGING), queue.admission().empty().leave());
    assertEquals(60_000, queue.admission().empty().maxWaitMs());
    assertEquals(5_000, queue.admission().empty().newcomersMs());
    assertEquals(List.of(Absence.PAUSED), queue.admission().empty().absent());
    assertEquals(
        new Destination.ToLine(new LineId("013")), queue.admission().way(Limit.JOIN_EMPTY));
    assertEquals(new Destination.ToExtension("c", "e"), queue.admission().way(Limit.MAX_WAIT));
    assertEquals(
        new Destination.ToAnnouncement(
            List.of(new Prompt.Sound("turno/sorry"), new Prompt.Sound("turno/later"))),
        queue.admission().way(Limit.NO_AGENT));
    assertEquals(
        new KeyAction.Leave(new Destination.ToQueue(new QueueId("spare"))),
        queue.keys().get(Key.K0));
  }

  @Test
  void theWordsYesAndNoMeanWhatTheyMeanInAppQueue() throws IOException {
    String overflow = ", overflow: {queue: spare}}";
    QueuePlan open =
        general(
            whole(read("{join_when_empty: yes, leave_when_empty: no" + overflow, "priority: 0", ""))
                .plan());
    assertEquals(null, open.admission().empty().join());
    assertEquals(null, open.admission().empty().leave());
    QueuePlan shut =
        general(
            whole(read("{join_when_empty: no, leave_when_empty: yes" + overflow, "priority: 0", ""))
                .plan());
    List<Absence> usual = List.of(Absence.PENALTY, Absence.INVALID, Absence.PAUSED);
    assertTrue(usual.equals(shut.admission().empty().join()), shut.admission()::toString);
    assertTrue(usual.equals(shut.admission().empty().leave()), shut.admission()::toString);
  }

  @Test
  void hoursHoldForTheLineThatNamesThem() throws IOException {
    TurnoConfig config =
        whole(
            read(
                "{}",
                "hours: office, closed: {announce: turno/closed, waiting: sent}",
                "calendars: {office: {zone: Europe/Madrid, weekly: {mon-fri: '08:00-20:00'},"
                    + " exceptions: {'2026-12-24': '08:00-14:00'}, holidays: [days.ics]}}"));
    LinePlan line = config.plan().lines().getFirst();
    assertEquals(
        new ClosedPolicy(
            true, new Destination.ToAnnouncement(List.of(new Prompt.Sound("turno/closed"))), true),
        line.closed());
    assertEquals(1, config.openings().size());
    assertEquals(Door.of(line.id()), config.openings().getFirst().door());
    OpeningHours hours = config.openings().getFirst().hours();
    assertTrue(hours.openAt(ms("2026-12-23T18:00:00Z")));
    assertFalse(hours.openAt(ms("2026-12-24T18:00:00Z")), "Christmas Eve");
    assertFalse(hours.openAt(ms("2027-01-06T10:00:00Z")), "Epiphany, a Wednesday");
    assertFalse(hours.openAt(ms("2026-12-26T10:00:00Z")), "a Saturday");
  }

  private static long ms(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }

  @Test
  void faultsAreNamedWithTheirRemedies() throws IOException {
    assertFault(
        read("{join_when_empty: strict}", "priority: 0", ""),
        "queue general has join_when_empty but no overflow: say where its contacts go");
    assertFault(
        read("{leave_when_empty: [pausd], overflow: {queue: spare}}", "priority: 0", ""),
        "4:32: leave_when_empty of queue general says \"pausd\": did you mean \"paused\"?");
    assertFault(
        read("{}", "hours: office", "calendars: {office: {weekly: {mon: all day}}}"),
        "line 012 has hours but does not say where callers go when it is closed: add closed:");
    assertFault(
        read("{}", "hours: ofice, closed: {queue: spare}", "calendars: {office: {weekly: {}}}"),
        "line 012 names the unknown calendar \"ofice\": did you mean \"office\"?");
    assertFault(
        read("{}", "priority: 0", "calendars: {office: {weekly: {mon-fry: '9-14'}}}"),
        "calendar office has the day \"mon-fry\": use mon, tue,");
    assertFault(
        read("{}", "priority: 0", "calendars: {office: {weekly: {mon: '9-14'}}}"),
        "has the hours \"9-14\": write 09:00-14:00");
    assertFault(
        read("{}", "priority: 0", "calendars: {office: {zone: Europe/Madri, weekly: {}}}"),
        "has the unknown time zone \"Europe/Madri\": did you mean \"Europe/Madrid\"?");
    assertFault(
        read("{}", "closed: {queue: general}", ""),
        "line 012 is closed into the queue that it leads to when it is open");
    assertFault(
        read("{overflow: {line: '012'}, max_wait: 1m}", "priority: 0", ""),
        "overflow goes in a circle: general -> line 012 -> general");
    assertFault(
        read("{keys: {'0': {queue: nowhere}, A: {queue: spare}}}", "priority: 0", ""),
        "queue general has the key \"A\": use one of 0 to 9");
  }

  @Test
  void aBrokenFileOfHolidaysIsToldWithItsOwnNameAndLine() throws IOException {
    ConfigReading reading =
        read("{}", "priority: 0", "calendars: {office: {weekly: {}, holidays: turno.yaml}}");
    Problem problem = reading.problems().getFirst();
    assertTrue(problem.file().endsWith("turno.yaml"), problem::toString);
    assertEquals(1, problem.line());
    assertTrue(problem.what().contains("does not begin with BEGIN:VCALENDAR"), problem::toString);
    assertTrue(problem.remedy().contains("export it again"), problem::toString);
  }

  @Test
  void nobodyInDangerIsHungUpOnOrSentToVoicemail() throws IOException {
    String guarded = "protected: true, priority: 5";
    assertFault(
        read("{wrap_up_limit: by_agent}", guarded + ", closed: {announce: turno/closed}", ""),
        "line 012 would hang up on callers of the protected line 012");
    assertFault(
        read(
            "{wrap_up_limit: by_agent, max_wait: 1m, overflow: {line: '013'}, keys: {'1': {announce:"
                + " bye}}}",
            guarded,
            ""),
        "queue general would hang up on callers of the protected line 012");
    assertFault(
        read(
            "{wrap_up_limit: by_agent, max_wait: 1m, overflow: {context: Voicemail, extension: s}}",
            guarded,
            ""),
        "queue general would send callers of the protected line 012 to voicemail");
  }
}
