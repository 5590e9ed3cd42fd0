package org.turno.stats.metrics;

import io.prometheus.client.Collector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The histogram of waits. The library's own cannot be continued from values that were kept. Safe
 * for any thread.
 */
final class WaitHistogram extends Collector {
  private static final String NAME = "acd_wait_seconds";
  private static final String HELP =
      "Waits that are over, from arrival to the answer or to the abandon.";
  private static final List<String> LABELS = List.of("queue", "outcome");
  private static final double[] BOUNDS = {
    2, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600, 1800, Double.POSITIVE_INFINITY
  };

  private final Map<List<String>, Series> series = new LinkedHashMap<>();

  /** The waits of one queue that ended in one way. */
  final class Series {
    private final long[] buckets = new long[BOUNDS.length];
    private double sumSeconds;

    void observe(double seconds) {
      synchronized (WaitHistogram.this) {
        int bucket = 0;
        while (seconds > BOUNDS[bucket]) {
          bucket++;
        }
        buckets[bucket]++;
        sumSeconds += seconds;
      }
    }
  }

  synchronized Series labels(String queue, String outcome) {
    return series.computeIfAbsent(List.of(queue, outcome), labels -> new Series());
  }

  synchronized List<MetricsImage.Waits> image() {
    List<MetricsImage.Waits> image = new ArrayList<>();
    series.forEach(
        (labels, one) -> {
          List<Long> buckets = new ArrayList<>();
          for (long bucket : one.buckets) {
            buckets.add(bucket);
          }
          image.add(new MetricsImage.Waits(labels, buckets, one.sumSeconds));
        });
    return image;
  }

  synchronized void restore(List<MetricsImage.Waits> image) {
    for (MetricsImage.Waits waits : image) {
      Series one = labels(waits.labels().getFirst(), waits.labels().getLast());
      one.sumSeconds = waits.sumSeconds();
      for (int i = 0; i < Math.min(BOUNDS.length, waits.buckets().size()); i++) {
        one.buckets[i] = waits.buckets().get(i);
      }
    }
  }

  @Override
  public synchronized List<MetricFamilySamples> collect() {
    List<MetricFamilySamples.Sample> samples = new ArrayList<>();
    series.forEach((labels, one) -> add(samples, labels, one));
    return List.of(new MetricFamilySamples(NAME, Type.HISTOGRAM, HELP, samples));
  }

  private static void add(
      List<MetricFamilySamples.Sample> samples, List<String> labels, Series one) {
    List<String> names = new ArrayList<>(LABELS);
    names.add("le");
    long below = 0;
    for (int i = 0; i < BOUNDS.length; i++) {
      below += one.buckets[i];
      List<String> values = new ArrayList<>(labels);
      values.add(doubleToGoString(BOUNDS[i]));
      samples.add(new MetricFamilySamples.Sample(NAME + "_bucket", names, values, below));
    }
    samples.add(new MetricFamilySamples.Sample(NAME + "_count", LABELS, labels, below));
    samples.add(new MetricFamilySamples.Sample(NAME + "_sum", LABELS, labels, one.sumSeconds));
  }
}
