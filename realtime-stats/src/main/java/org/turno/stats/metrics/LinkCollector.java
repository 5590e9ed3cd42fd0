package org.turno.stats.metrics;

import io.prometheus.client.Collector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What the links to PBXs count, read at each scrape. */
final class LinkCollector extends Collector {
  private static final List<String> LABELS = List.of("pbx", "link");

  private final Supplier<List<LinkCounter>> links;

  LinkCollector(Supplier<List<LinkCounter>> links) {
    this.links = links;
  }

  @Override
  public List<MetricFamilySamples> collect() {
    Map<String, String> help = new LinkedHashMap<>();
    Map<String, List<MetricFamilySamples.Sample>> samples = new LinkedHashMap<>();
    for (LinkCounter one : links.get()) {
      help.putIfAbsent(one.name(), one.help());
      samples
          .computeIfAbsent(one.name(), name -> new ArrayList<>())
          .add(
              new MetricFamilySamples.Sample(
                  one.name() + "_total", LABELS, List.of(one.pbx(), one.link()), one.value()));
    }
    List<MetricFamilySamples> families = new ArrayList<>();
    help.forEach(
        (name, text) ->
            families.add(new MetricFamilySamples(name, Type.COUNTER, text, samples.get(name))));
    return families;
  }
}
