package org.turno.server.app;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.turno.acd.plan.PbxId;
import org.turno.pbx.LinkCount;
import org.turno.stats.metrics.LinkCounter;

/** What the links to PBXs count, for the metrics. Safe for any thread. */
final class LinkCounters {
  private record Link(PbxId pbx, Supplier<List<LinkCount>> counts) {}

  private final List<Link> links = new CopyOnWriteArrayList<>();

  void add(PbxId pbx, Supplier<List<LinkCount>> counts) {
    links.add(new Link(pbx, counts));
  }

  List<LinkCounter> counters() {
    List<LinkCounter> counters = new ArrayList<>();
    for (Link link : links) {
      for (LinkCount count : link.counts().get()) {
        counters.add(
            new LinkCounter(
                count.name(), count.help(), link.pbx().value(), count.link(), count.value()));
      }
    }
    return counters;
  }
}
