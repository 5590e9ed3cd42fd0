package org.turno.server.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalDouble;
import org.turno.server.app.DemoSummary;
import org.turno.stats.FloorFigures;
import org.turno.stats.GroupFigures;
import org.turno.stats.Tally;

/** What the demonstration prints on its way and at its end. */
final class DemoReport {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

  private DemoReport() {}

  static String time(long ms) {
    return TIME.format(Instant.ofEpochMilli(ms));
  }

  static String progress(FloorFigures figures, long nowMs) {
    GroupFigures now = figures.totals();
    Tally tally = now.tally();
    return String.format(
        Locale.ROOT,
        "%s  waiting %3d  ringing %2d  talking %3d  answered %5d  abandoned %4d  SL %s",
        time(nowMs),
        now.waiting(),
        now.ringing(),
        now.talking(),
        tally.answered(),
        tally.abandoned(),
        percent(tally.serviceLevelOffered()));
  }

  static void print(DemoSummary summary, PrintWriter out) {
    FloorFigures figures = summary.figures();
    GroupFigures now = figures.totals();
    Tally tally = now.tally();
    out.printf(
        Locale.ROOT,
        "Simulated %s to %s in %.1f s.%n",
        time(summary.startMs()),
        time(figures.timeMs()),
        summary.realMs() / 1e3);
    if (figures.dayStartMs() > summary.startMs()) {
      out.println("A new day has begun: the figures count from midnight, as every board does.");
    }
    out.printf(
        Locale.ROOT,
        "offered %d %s answered %d (%d still talking) + abandoned %d + waiting %d + ringing %d"
            + " + overflowed %d + taken by the PBX %d + lost %d + unservable %d%n",
        tally.offered(),
        summary.addsUp() ? "=" : "IS NOT",
        tally.answered(),
        now.talking(),
        tally.abandoned(),
        now.waiting(),
        now.ringing(),
        tally.overflowed(),
        tally.takenByPbx(),
        tally.lost(),
        tally.unservable());
    out.printf(
        "Service level %s: answered within T / (offered - short abandons)%n",
        percent(tally.serviceLevelOffered()));
    out.printf("Journal: %d entries%n", summary.journalEntries());
  }

  static ObjectNode toJson(DemoSummary summary) {
    FloorFigures figures = summary.figures();
    GroupFigures now = figures.totals();
    Tally tally = now.tally();
    ObjectNode json =
        Json.object()
            .put("offered", tally.offered())
            .put("answered", tally.answered())
            .put("abandoned", tally.abandoned())
            .put("waiting", now.waiting())
            .put("ringing", now.ringing())
            .put("overflowed", tally.overflowed())
            .put("taken_by_pbx", tally.takenByPbx())
            .put("lost", tally.lost())
            .put("unservable", tally.unservable())
            .put("adds_up", summary.addsUp())
            .put("talking", now.talking())
            .put("short_abandoned", tally.shortAbandoned());
    OptionalDouble level = tally.serviceLevelOffered();
    if (level.isPresent()) {
      json.put("service_level_offered", Math.round(level.getAsDouble() * 1e4) / 1e4);
    } else {
      json.putNull("service_level_offered");
    }
    return json.put("journal_entries", summary.journalEntries())
        .put("simulated_seconds", (figures.timeMs() - summary.startMs()) / 1_000)
        .put("real_seconds", summary.realMs() / 1e3)
        .put("speed", summary.speed())
        .put("seed", summary.seed());
  }

  private static String percent(OptionalDouble ratio) {
    return ratio.isEmpty() ? "-" : String.format(Locale.ROOT, "%.1f%%", ratio.getAsDouble() * 100);
  }
}
