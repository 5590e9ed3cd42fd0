package org.turno.server.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turno.acd.engine.EngineClock;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.InputSink;
import org.turno.acd.event.ContactEvent.OverflowReason;
import org.turno.acd.input.DoorInput;
import org.turno.acd.input.Input;
import org.turno.acd.plan.Door;
import org.turno.acd.plan.LineId;
import org.turno.server.hours.Holidays;
import org.turno.server.hours.Opening;
import org.turno.server.hours.OpeningHours;
import org.turno.server.hours.Span;
import org.turno.server.web.ReloadResult;

/** The clock that tells the core what is open. */
final class OpeningHoursInServiceTest {
  private static final String OPEN = "weekly: {mon-sun: all day}";
  private static final String SHUT = "weekly: {mon-sun: closed}";

  @TempDir private Path folder;

  private Site site(String weekly) throws IOException {
    Site site = new Site(folder);
    site.edit(
        "  '012': {queue: general}",
        "  '012': {queue: general, hours: office, closed: {announce: turno/closed}}\n"
            + "calendars: {office: {zone: Europe/Madrid, "
            + weekly
            + "}}");
    return site;
  }

  @Test
  void aLineIsClosedFromTheFirstCallOnAndOpensWithAReload() throws IOException {
    try (Site site = site(SHUT);
        TurnoServer server = site.start()) {
      Site.awaitConnected(server);
      site.call("012");
      Site.await(server, "the call", f -> f.totals().overflows().of(OverflowReason.CLOSED) == 1);
      assertEquals(0, server.figures().current().totals().tally().offered());
      site.edit(SHUT, OPEN);
      assertTrue(server.reload().toCompletableFuture().join() instanceof ReloadResult.Applied);
      Site.await(server, "the opening", f -> f.doors().getFirst().open());
      site.call("012");
      Site.await(server, "the call", f -> f.totals().waiting() == 1);
    }
  }

  @Test
  void aBrokenFileOfHolidaysTakesNothingAway() throws IOException {
    try (Site site = site(SHUT);
        TurnoServer server = site.start()) {
      Site.awaitConnected(server);
      Files.writeString(folder.resolve("days.ics"), "BEGIN:VCALENDAR\nBEGIN:VEVENT\n");
      site.edit(SHUT, OPEN + ", holidays: [days.ics]");
      ReloadResult result = server.reload().toCompletableFuture().join();
      ReloadResult.Refused refused = (ReloadResult.Refused) result;
      assertTrue(refused.problems().getFirst().contains("days.ics:"), refused::toString);
      assertTrue(!server.figures().current().doors().getFirst().open(), "still closed");
    }
  }

  /** Keeps what it is told, unless it is full. */
  private static final class Inbox implements InputSink {
    final List<Input> told = new CopyOnWriteArrayList<>();
    final AtomicBoolean full = new AtomicBoolean();

    @Override
    public boolean offer(Input input) {
      return !full.get() && told.add(input);
    }

    @Override
    public CompletionStage<Entry> submit(Input input) {
      return new CompletableFuture<>();
    }

    @Override
    public boolean deciding() {
      return true;
    }
  }

  @Test
  void eachChangeIsToldOnceAndAFullInboxIsTriedAgain() {
    AtomicLong nowMs = new AtomicLong(1_800_000_000_000L);
    Inbox inbox = new Inbox();
    Door door = Door.of(new LineId("012"));
    ZoneId utc = ZoneId.of("UTC");
    long midnightMs = 1_800_000_000_000L / 86_400_000L * 86_400_000L + 86_400_000L;
    Map<DayOfWeek, List<Span>> weekly = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      weekly.put(day, List.of(new Span(9 * 60, 17 * 60)));
    }
    OpeningHours hours = new OpeningHours(utc, weekly, new TreeMap<>(), Holidays.NONE, List.of());
    DoorClock clock = new DoorClock(inbox, timeOf(nowMs));
    nowMs.set(midnightMs);
    clock.goBy(List.of(new Opening(door, hours)));
    long nineMs = midnightMs + 9 * 3_600_000L;
    long fiveMs = midnightMs + 17 * 3_600_000L;
    assertEquals(List.of(new DoorInput.Scheduled(door, false, nineMs)), inbox.told);
    inbox.full.set(true);
    nowMs.set(nineMs + 5);
    clock.look();
    clock.look();
    assertEquals(1, inbox.told.size());
    inbox.full.set(false);
    clock.look();
    clock.look();
    assertEquals(new DoorInput.Scheduled(door, true, fiveMs), inbox.told.getLast());
    assertEquals(2, inbox.told.size());
    nowMs.set(fiveMs + 40 * 3_600_000L);
    clock.look();
    assertEquals(3, inbox.told.size(), "whoever slept tells what holds now");
    clock.close();
  }

  private static EngineClock timeOf(AtomicLong nowMs) {
    return new EngineClock() {
      @Override
      public long nowMs() {
        return nowMs.get();
      }

      @Override
      public double speed() {
        return 1;
      }
    };
  }
}
