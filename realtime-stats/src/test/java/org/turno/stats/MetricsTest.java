package org.turno.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.turno.acd.event.ContactEvent.Outcome;
import org.turno.acd.event.PbxEvent;
import org.turno.acd.event.SystemEvent;
import org.turno.acd.plan.PbxId;
import org.turno.stats.metrics.LinkCounter;
import org.turno.stats.metrics.MetricsSources;
import org.turno.stats.metrics.TurnoMetrics;

/** What Prometheus reads. */
final class MetricsTest {
  private final TurnoMetrics metrics = new TurnoMetrics(new MetricsSources(() -> 12, () -> 3));
  private final FloorScript floor = new FloorScript(metrics);

  private double value(String series) {
    String text = metrics.scrape(floor.now(), FloorScript.START_MS + 60_000);
    return text.lines()
        .filter(line -> line.startsWith(series + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .findFirst()
        .orElseThrow(() -> new AssertionError(series + " is missing in\n" + text));
  }

  @Test
  void every_named_figure_is_there_with_its_unit() {
    floor.signIn("a0").at(10).arrives("c", "q0").offered("c", "q0", "a0");
    floor.at(22).answers("c", "a0", 12);
    floor.at(30).arrives("d", "q0").at(37).ends("d", "q0", Outcome.ABANDONED, 7);
    floor.at(40).arrives("e", "q0");
    metrics.decisionTimer().accept(3_000);

    assertEquals(1, value("acd_queue_waiting{queue=\"q0\",}"));
    assertEquals(20, value("acd_queue_oldest_wait_seconds{queue=\"q0\",}"));
    assertEquals(3, value("acd_contacts_offered_total{queue=\"q0\",}"));
    assertEquals(1, value("acd_contacts_answered_total{queue=\"q0\",}"));
    assertEquals(1, value("acd_contacts_abandoned_total{queue=\"q0\",}"));
    assertEquals(12, value("acd_wait_seconds_sum{queue=\"q0\",outcome=\"answered\",}"));
    assertEquals(1, value("acd_wait_seconds_count{queue=\"q0\",outcome=\"abandoned\",}"));
    assertEquals(1, value("acd_agents{queue=\"q0\",state=\"talking\",}"));
    assertEquals(1, value("acd_floor_agents{state=\"talking\",}"));
    assertEquals(3, value("acd_floor_agents{state=\"signed_out\",}"));
    assertEquals(1, value("acd_routing_decision_seconds_count"));
    assertEquals(1, value("acd_routing_decision_seconds_bucket{le=\"5.0E-6\",}"));
    assertEquals(1, value("acd_pbx_connected{pbx=\"pbx\",}"));
    assertEquals(3, value("acd_inbox_depth"));
  }

  @Test
  void the_lag_is_what_the_journal_holds_and_the_figures_do_not() {
    assertEquals(11, value("acd_journal_lag_entries"));
  }

  @Test
  void what_links_count_is_told_for_each_pbx_and_link() {
    TurnoMetrics linked =
        new TurnoMetrics(
            new MetricsSources(
                () -> 0,
                () -> 0,
                () -> List.of(new LinkCounter("acd_link_malformed", "Bad.", "old", "queues", 4))));
    String text = linked.scrape(floor.now(), FloorScript.START_MS);
    assertTrue(text.contains("acd_link_malformed_total{pbx=\"old\",link=\"queues\",} 4.0"), text);
    assertTrue(text.contains("# TYPE acd_link_malformed_total counter"), text);
  }

  @Test
  void counters_go_on_over_midnight() {
    floor.at(10).arrives("c", "q0");
    floor.at(13 * 3_600).arrives("d", "q0");
    assertEquals(2, value("acd_contacts_offered_total{queue=\"q0\",}"));
  }

  @Test
  void inputs_that_changed_nothing_are_counted_by_reason_from_zero() {
    assertEquals(0, value("acd_inputs_ignored_total{reason=\"stale\",}"));
    floor.entry(new SystemEvent.InputIgnored(SystemEvent.IgnoreReason.STALE, "leg x"));
    assertEquals(1, value("acd_inputs_ignored_total{reason=\"stale\",}"));
  }

  @Test
  void every_way_in_which_a_pbx_differed_is_counted_by_its_own_name_from_zero() {
    int times = 0;
    for (PbxEvent.Divergence kind : PbxEvent.Divergence.values()) {
      assertEquals(0, value(reconciled(kind)));
      times++;
      for (int i = 0; i < times; i++) {
        floor.entry(new PbxEvent.Reconciled(new PbxId("pbx"), kind, "leg x"));
      }
    }
    times = 0;
    for (PbxEvent.Divergence kind : PbxEvent.Divergence.values()) {
      assertEquals(++times, value(reconciled(kind)));
    }
  }

  private static String reconciled(PbxEvent.Divergence kind) {
    return "acd_reconciled_total{kind=\"" + kind.name().toLowerCase(Locale.ROOT) + "\",}";
  }

  @Test
  void no_series_names_a_contact_or_a_leg() {
    floor.arrives("secret-caller", "q1");
    String text = metrics.scrape(floor.now(), FloorScript.START_MS);
    assertFalse(text.contains("secret-caller"));
    assertTrue(text.contains("# TYPE acd_wait_seconds histogram"));
  }
}
