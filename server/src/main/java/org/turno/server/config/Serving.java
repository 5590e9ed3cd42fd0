package org.turno.server.config;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.Skills;
import org.turno.acd.plan.Tier;

/** What somebody can do and for whom. */
record Serving(Skills skills, List<QueueId> queues, SortedMap<QueueId, Tier> tiers) {
  static final Serving NOTHING = new Serving(Skills.NONE, List.of(), Collections.emptySortedMap());

  Serving {
    queues = List.copyOf(queues);
    tiers = Collections.unmodifiableSortedMap(new TreeMap<>(tiers));
  }
}
