package org.turno.acd.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.turno.acd.plan.QueueId;

/** Tells who stood before a contact while it waited, and what became of each. */
final class RivalText {
  private static final int FEW = 5;

  private final Words words;
  private final Page page;
  private final boolean all;

  RivalText(Words words, Page page, boolean all) {
    this.words = words;
    this.page = page;
    this.all = all;
  }

  /** How many, by what they stood before it. */
  String summary(List<Rival> rivals) {
    List<String> leads = new ArrayList<>();
    for (Rival.Lead lead : Rival.Lead.values()) {
      long count = rivals.stream().filter(r -> r.lead() == lead).count();
      if (count == rivals.size()) {
        return words.count("rivals." + lead.name(), count);
      } else if (count > 0) {
        leads.add(Words.glued(words.count("leads." + lead.name(), count)));
      }
    }
    return words.count("rivals", rivals.size(), words.list(leads));
  }

  /** How many they were and what became of them. */
  String fates(Step.Waited wait) {
    List<String> fates = new ArrayList<>();
    for (Rival.Fate fate : Rival.Fate.values()) {
      long count = wait.rivals().stream().filter(r -> r.fate() == fate).count();
      if (count > 0) {
        fates.add(Words.glued(words.count("fates." + fate.name(), count)));
      }
    }
    return words.say("rivals.fates", summary(wait.rivals()), words.list(fates));
  }

  /** A row for each of the last ones, or for all, in the order in which they were served. */
  void rows(int indent, Step.Waited wait, QueueId queue) {
    List<Rival> sorted =
        wait.rivals().stream().sorted(Comparator.comparingLong(Rival::fateMs)).toList();
    int from = all || sorted.size() <= FEW + 1 ? 0 : sorted.size() - FEW;
    if (from > 0) {
      page.say("", indent, words.count("rivals.earlier", from));
    }
    page.table(
        indent, sorted.subList(from, sorted.size()).stream().map(r -> row(r, queue)).toList());
  }

  private List<String> row(Rival rival, QueueId queue) {
    String lead =
        switch (rival.lead()) {
          case WEIGHT -> words.say("lead.WEIGHT", rival.weight(), rival.ownWeight());
          case PRIORITY -> words.say("lead.PRIORITY", rival.priority(), rival.ownPriority());
          case AGE -> words.say("lead.AGE", words.span(rival.aheadMs()));
          case MOVED, RESERVE, NONE -> words.name("lead", rival.lead());
        };
    if (rival.cameLater()) {
      lead = words.say("lead.later", lead);
    }
    if (!rival.queue().equals(queue)) {
      lead = words.say("lead.queue", lead, rival.queue());
    }
    String alias = rival.alias() == null ? "" : Words.glued(rival.alias());
    return List.of(
        words.time(rival.fateMs()),
        rival.contact().value(),
        words.name("fate", rival.fate(), alias),
        lead);
  }
}
