package org.turno.stats.metrics;

import io.prometheus.client.Collector;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;
import io.prometheus.client.Gauge;
import io.prometheus.client.Histogram;
import io.prometheus.client.exporter.common.TextFormat;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.ContactEvent.Announced.Rise;
import org.turno.acd.event.ContactEvent.Announced.What;
import org.turno.acd.event.ContactEvent.Outcome;
import org.turno.acd.event.ContactEvent.OverflowReason;
import org.turno.acd.event.PbxEvent.Divergence;
import org.turno.acd.event.SystemEvent.IgnoreReason;
import org.turno.acd.plan.ListenMode;
import org.turno.acd.plan.QueueId;
import org.turno.stats.AgentState;
import org.turno.stats.Calibration;
import org.turno.stats.ContactFigures;
import org.turno.stats.DoorFigures;
import org.turno.stats.FiguresObserver;
import org.turno.stats.FloorFigures;
import org.turno.stats.GroupFigures;
import org.turno.stats.PbxFigures;
import org.turno.stats.QueueFigures;

/**
 * All metrics. Counters are fed while entries are applied and start over with the journal, not with
 * the process or the day; gauges are set from figures at each scrape. Scrape only figures that have
 * caught up with the journal: a counter that was seen half-way through would look reset.
 */
public final class TurnoMetrics implements FiguresObserver {
  /** The content type of {@link #scrape}. */
  public static final String CONTENT_TYPE = TextFormat.CONTENT_TYPE_004;

  private static final double NANOS_PER_SECOND = 1e9;

  private final CollectorRegistry registry = new CollectorRegistry();
  private final MetricsSources sources;
  private final Map<QueueId, QueueMetrics> queues = new HashMap<>();
  private final List<Counter> counters = new ArrayList<>();
  private final Counter ignored =
      counter("acd_inputs_ignored", "Inputs that changed nothing.", "reason");
  private final Counter reconciled =
      counter("acd_reconciled", "Ways a PBX's inventory differed from belief.", "kind");
  private final Counter pauseSeconds =
      counter("acd_pause_seconds", "Time in pauses that are over, all agents.", "reason", "paid");
  private final Counter pauseOverruns =
      counter("acd_pause_overruns", "Pauses that lasted longer than their limit.", "reason");
  private final Counter hardContacts =
      counter("acd_hard_contacts", "Contacts that an agent marked as hard.", "queue");
  private final Counter callbacks =
      counter(
          "acd_callbacks",
          "Callbacks asked for, attempts made, answered and in vain, and those given up.",
          "queue",
          "what");
  private final Gauge listening =
      gauge("acd_listening", "Supervisors who take part in conversations, by how.", "mode");
  private final Gauge callbacksWaiting =
      gauge("acd_callbacks_waiting", "Contacts whose callers wait to be called back.", "queue");
  private final Counter announced =
      counter("acd_announcements", "What callers were told while they waited.", "what");
  private final Counter rises =
      counter(
          "acd_announced_estimate_rises",
          "Times that a caller was told a longer wait than before, by reason.",
          "reason");
  private final Counter offered =
      counter("acd_contacts_offered", "Contacts that entered a queue.", "queue");
  private final Counter answered =
      counter("acd_contacts_answered", "Contacts that an agent answered.", "queue");
  private final Counter abandoned =
      counter("acd_contacts_abandoned", "Callers who hung up before an answer.", "queue");
  private final Counter endedOtherwise =
      counter(
          "acd_contacts_ended_otherwise",
          "Contacts that left a queue neither answered nor abandoned.",
          "queue",
          "outcome");
  private final Counter overflows =
      counter(
          "acd_contacts_overflowed",
          "Contacts that went elsewhere or did not come in, by reason.",
          "queue",
          "reason");
  private final Gauge open =
      gauge("acd_open", "1 while a line or queue that can be closed is open.", "kind", "name");
  private final WaitHistogram wait = new WaitHistogram().register(registry);
  private final Gauge waiting =
      gauge("acd_queue_waiting", "Contacts waiting and offered to nobody.", "queue");
  private final Gauge ringing = gauge("acd_queue_ringing", "Contacts being offered.", "queue");
  private final Gauge talking = gauge("acd_queue_talking", "Contacts in conversation.", "queue");
  private final Gauge estimates =
      gauge(
          "acd_estimate_checked",
          "Estimated waits of today that were held against what came, by where it fell: 10% below"
              + " the interval, 80% inside and 10% above is right.",
          "queue",
          "fell");
  private final Gauge estimateError =
      gauge(
          "acd_estimate_error_seconds",
          "By how much today's waits were longer than the likely ones, on average.",
          "queue");
  private final Gauge oldestWait =
      gauge("acd_queue_oldest_wait_seconds", "The longest wait that is going on.", "queue");
  private final Gauge agents =
      gauge("acd_agents", "Agents who may serve the queue, by state.", "queue", "state");
  private final Gauge floorAgents =
      gauge("acd_floor_agents", "Each agent once, by state.", "state");
  private final Gauge agentsPaused =
      gauge("acd_agents_paused", "Agents who pause, by reason.", "reason");
  private final Gauge pbxConnected =
      gauge("acd_pbx_connected", "1 while the link to the PBX is up.", "pbx");
  private final Gauge observed =
      gauge("acd_observed_connected", "1 while the PBX's own queues are in sight.", "pbx");
  private final Gauge.Child journalLag =
      gauge("acd_journal_lag_entries", "Entries appended that the figures do not count yet.")
          .labels();
  private final Gauge.Child inboxDepth =
      gauge("acd_inbox_depth", "Inputs that wait to be decided.").labels();
  private final Histogram.Child decision =
      Histogram.build()
          .name("acd_routing_decision_seconds")
          .help("Time to decide one input, without the append.")
          .buckets(1e-6, 2e-6, 5e-6, 1e-5, 2e-5, 5e-5, 1e-4, 2e-4, 5e-4, 1e-3, 1e-2, 1e-1)
          .register(registry)
          .labels();

  /** Metrics without a value yet. */
  public TurnoMetrics(MetricsSources sources) {
    this.sources = sources;
    new LinkCollector(sources.links()).register(registry);
    // All exist from the start, at 0, so that a first increase can be seen.
    for (IgnoreReason reason : IgnoreReason.values()) {
      ignored.labels(label(reason));
    }
    for (What what : What.values()) {
      announced.labels(label(what));
    }
    EnumSet.complementOf(EnumSet.of(Rise.NONE)).forEach(rise -> rises.labels(label(rise)));
    for (Divergence kind : Divergence.values()) {
      reconciled.labels(label(kind));
    }
  }

  /** What was counted so far, to be continued. Called on the thread that applies entries. */
  public MetricsImage image() {
    List<MetricsImage.Count> counts = new ArrayList<>();
    for (Counter counter : counters) {
      for (Collector.MetricFamilySamples family : counter.collect()) {
        for (Collector.MetricFamilySamples.Sample sample : family.samples) {
          if (sample.name.endsWith("_total")) {
            counts.add(new MetricsImage.Count(family.name, sample.labelValues, sample.value));
          }
        }
      }
    }
    return new MetricsImage(counts, wait.image());
  }

  /** Continues from an image; to be called before anything is counted. */
  public void restore(MetricsImage image) {
    for (MetricsImage.Count count : image.counts()) {
      for (Counter counter : counters) {
        if (counter.describe().getFirst().name.equals(count.name())) {
          counter.labels(count.labels().toArray(String[]::new)).inc(count.value());
        }
      }
    }
    wait.restore(image.waits());
  }

  /**
   * Where the Sequencer reports how long each decision took, in nanoseconds. Safe for any thread;
   * takes well under a microsecond.
   */
  public LongConsumer decisionTimer() {
    return nanos -> decision.observe(nanos / NANOS_PER_SECOND);
  }

  @Override
  public void offered(QueueId queue) {
    of(queue).offered.inc();
  }

  @Override
  public void answered(QueueId queue, long waitMs) {
    QueueMetrics metrics = of(queue);
    metrics.answered.inc();
    metrics.answeredWait.observe(waitMs / 1e3);
  }

  @Override
  public void endedUnanswered(QueueId queue, Outcome outcome, long waitMs) {
    QueueMetrics metrics = of(queue);
    switch (outcome) {
      case ABANDONED -> {
        metrics.abandoned.inc();
        metrics.abandonedWait.observe(waitMs / 1e3);
      }
      case OVERFLOWED -> metrics.overflowed.inc();
      case TURNED_AWAY -> metrics.turnedAway.inc();
      case TAKEN_BY_PBX -> metrics.takenByPbx.inc();
      case LOST -> metrics.lost.inc();
      case UNSERVABLE -> metrics.unservable.inc();
      case CALLBACK_FAILED -> callbacks.labels(queue.value(), "failed").inc();
      case CALLBACK_MERGED -> callbacks.labels(queue.value(), "merged").inc();
      case CALLBACK_CANCELLED -> callbacks.labels(queue.value(), "cancelled").inc();
      case CALLBACK_EXPIRED -> callbacks.labels(queue.value(), "expired").inc();
      case SERVED -> {}
    }
  }

  @Override
  public void callback(QueueId queue, ContactEvent.Callback event) {
    @Nullable String what =
        switch (event) {
          case ContactEvent.Callback.Granted e -> "asked";
          case ContactEvent.Callback.Dialled e -> "attempt";
          case ContactEvent.Callback.CallerAnswered e -> "answered";
          case ContactEvent.Callback.Missed e -> "attempt_in_vain";
          case ContactEvent.Callback.Held e -> null;
          case ContactEvent.Callback.Due e -> null;
        };
    if (what != null) {
      callbacks.labels(queue.value(), what).inc();
    }
  }

  @Override
  public void overflowed(QueueId queue, OverflowReason why) {
    overflows.labels(queue.value(), label(why)).inc();
  }

  @Override
  public void ignored(IgnoreReason reason) {
    ignored.labels(label(reason)).inc();
  }

  @Override
  public void announced(What what, Rise rise) {
    announced.labels(label(what)).inc();
    if (rise != Rise.NONE) {
      rises.labels(label(rise)).inc();
    }
  }

  @Override
  public void reconciled(Divergence kind) {
    reconciled.labels(label(kind)).inc();
  }

  @Override
  public void paused(String reasonLabel, boolean paid, long lengthMs) {
    pauseSeconds.labels(reasonLabel, Boolean.toString(paid)).inc(lengthMs / 1e3);
  }

  @Override
  public void hardContact(QueueId queue) {
    hardContacts.labels(queue.value()).inc();
  }

  @Override
  public void pauseOverran(String reasonLabel) {
    pauseOverruns.labels(reasonLabel).inc();
  }

  /**
   * Everything in Prometheus's text format.
   *
   * @param nowMs the engine's clock, for the waits that are going on
   */
  public synchronized String scrape(FloorFigures figures, long nowMs) {
    setGauges(figures, nowMs);
    StringWriter text = new StringWriter();
    try {
      TextFormat.write004(text, registry.metricFamilySamples());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void setGauges(FloorFigures figures, long nowMs) {
    waiting.clear();
    ringing.clear();
    talking.clear();
    oldestWait.clear();
    estimates.clear();
    estimateError.clear();
    agents.clear();
    agentsPaused.clear();
    pbxConnected.clear();
    open.clear();
    callbacksWaiting.clear();
    for (ListenMode mode : ListenMode.values()) {
      listening.labels(label(mode)).set(0);
    }
    for (ContactFigures contact : figures.contacts()) {
      if (contact.callbackSinceMs() > 0 && contact.queue() != null) {
        callbacksWaiting.labels(contact.queue().value()).inc();
      }
      contact.listeners().values().forEach(how -> listening.labels(label(how)).inc());
    }
    for (DoorFigures door : figures.doors()) {
      open.labels(label(door.door().kind()), door.door().name()).set(door.open() ? 1 : 0);
    }
    observed.clear();
    for (QueueFigures queue : figures.queues()) {
      String name = queue.id().value();
      GroupFigures now = queue.figures();
      waiting.labels(name).set(now.waiting());
      ringing.labels(name).set(now.ringing());
      talking.labels(name).set(now.talking());
      oldestWait.labels(name).set(now.longestWaitMs(nowMs) / 1e3);
      Calibration calibration = queue.calibration();
      estimates.labels(name, "below").set((double) calibration.below());
      estimates.labels(name, "inside").set((double) calibration.inside());
      estimates.labels(name, "above").set((double) calibration.above());
      calibration.meanErrorMs().ifPresent(ms -> estimateError.labels(name).set(ms / 1e3));
      now.staffing().byState().counts().forEach((s, n) -> agents.labels(name, s.label()).set(n));
    }
    for (AgentState state : AgentState.values()) {
      floorAgents.labels(state.label()).set(figures.totals().staffing().byState().of(state));
    }
    figures.pauses().forEach(p -> agentsPaused.labels(p.label()).inc(p.agents()));
    for (PbxFigures pbx : figures.pbxs()) {
      pbxConnected.labels(pbx.id().value()).set(pbx.connected() ? 1 : 0);
    }
    figures.observed().forEach(o -> observed.labels(o.pbx().value()).set(o.connected() ? 1 : 0));
    journalLag.set((double) Math.max(0, sources.journalSeq().getAsLong() - figures.seq()));
    inboxDepth.set((double) sources.inboxDepth().getAsLong());
  }

  private QueueMetrics of(QueueId queue) {
    return queues.computeIfAbsent(queue, QueueMetrics::new);
  }

  private Counter counter(String name, String help, String... labels) {
    Counter counter = Counter.build().name(name).help(help).labelNames(labels).register(registry);
    counters.add(counter);
    return counter;
  }

  private Gauge gauge(String name, String help, String... labels) {
    return Gauge.build().name(name).help(help).labelNames(labels).register(registry);
  }

  private static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** The children of one queue, found once. */
  private final class QueueMetrics {
    final Counter.Child offered;
    final Counter.Child answered;
    final Counter.Child abandoned;
    final Counter.Child overflowed;
    final Counter.Child turnedAway;
    final Counter.Child takenByPbx;
    final Counter.Child lost;
    final Counter.Child unservable;
    final WaitHistogram.Series answeredWait;
    final WaitHistogram.Series abandonedWait;

    QueueMetrics(QueueId queue) {
      String name = queue.value();
      offered = TurnoMetrics.this.offered.labels(name);
      answered = TurnoMetrics.this.answered.labels(name);
      abandoned = TurnoMetrics.this.abandoned.labels(name);
      overflowed = endedOtherwise.labels(name, label(Outcome.OVERFLOWED));
      turnedAway = endedOtherwise.labels(name, label(Outcome.TURNED_AWAY));
      takenByPbx = endedOtherwise.labels(name, label(Outcome.TAKEN_BY_PBX));
      lost = endedOtherwise.labels(name, label(Outcome.LOST));
      unservable = endedOtherwise.labels(name, label(Outcome.UNSERVABLE));
      answeredWait = wait.labels(name, "answered");
      abandonedWait = wait.labels(name, "abandoned");
    }
  }
}
