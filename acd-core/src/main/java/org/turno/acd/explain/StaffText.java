package org.turno.acd.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.turno.acd.agent.AgentState;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.Requirement;
import org.turno.acd.routing.Eligibility;

/** Tells who could serve a contact and who not, grouped. */
final class StaffText {
  private static final int FEW = 3;

  /** Stands for the state of an agent who is free, but not for this contact. */
  private static final String KEPT_BACK = "KEPT_BACK";

  private final Words words;
  private final Page page;
  private final boolean all;

  StaffText(Words words, Page page, boolean all) {
    this.words = words;
    this.page = page;
    this.all = all;
  }

  /** In a sentence: that nobody who may serve it is free. */
  String nobodyFree(Staff staff) {
    int able = staff.mayServe().size();
    if (able > 0) {
      boolean keptBack = staff.mayServe().stream().anyMatch(seat -> seat.reserve() != null);
      return words.count(keptBack ? "staff.noneAsked" : "staff.noneFree", able);
    }
    return staff.signedOut().isEmpty() ? words.say("staff.noAgent") : words.say("staff.nobodyIn");
  }

  /** Those who may serve it, a row per state. */
  void rows(int indent, Staff staff) {
    List<List<String>> rows = new ArrayList<>();
    for (Map.Entry<String, List<Seat>> group : byState(staff.mayServe()).entrySet()) {
      List<Seat> seats = group.getValue();
      seats.sort(Comparator.comparingLong(Seat::forMs).reversed());
      rows.add(
          List.of(
              state(group.getKey(), seats.size()), names(seats.stream().map(this::seat).toList())));
    }
    if (!staff.signedOut().isEmpty()) {
      rows.add(
          List.of(
              state(AgentState.SIGNED_OUT.name(), staff.signedOut().size()),
              names(staff.signedOut().stream().map(this::name).toList())));
    }
    page.table(indent, rows);
  }

  /** Grouped by the word for their state, in the order of the states. */
  private static Map<String, List<Seat>> byState(List<Seat> seats) {
    Map<String, List<Seat>> groups = new LinkedHashMap<>();
    for (AgentState state : AgentState.values()) {
      for (Seat seat : seats) {
        if (seat.state() == state) {
          groups.computeIfAbsent(word(seat), w -> new ArrayList<>()).add(seat);
        }
      }
    }
    return groups;
  }

  private static String word(Seat seat) {
    return seat.reserve() == null ? seat.state().name() : KEPT_BACK;
  }

  /** Those who may not, a paragraph per reason. */
  void barred(int indent, Staff staff) {
    if (staff.barred().isEmpty()) {
      return;
    }
    page.say("", indent, words.count("staff.barred", staff.barred().size()));
    Map<Reason, List<Barred>> groups = new LinkedHashMap<>();
    for (Barred one : staff.barred()) {
      List<Requirement> parts = one.gaps().stream().map(Gap::part).toList();
      groups.computeIfAbsent(new Reason(one.bar(), parts), r -> new ArrayList<>()).add(one);
    }
    groups.entrySet().stream()
        .sorted(Comparator.comparingInt(group -> -group.getValue().size()))
        .forEach(
            group ->
                page.hang(
                    indent + 2,
                    words.say(
                        "staff.group",
                        reason(group.getKey(), group.getValue().size()),
                        names(group.getValue().stream().map(this::level).toList()))));
  }

  private record Reason(Eligibility.Bar bar, List<Requirement> missing) {}

  private String reason(Reason reason, int count) {
    List<String> missing = reason.missing.stream().map(words::requirement).toList();
    return words.count(
        "bar." + reason.bar.name(), count, String.join(words.say("list.comma"), missing));
  }

  /** A name, and the level that was not enough where there is one. */
  private String level(Barred one) {
    String name = name(one.agent(), one.alias());
    boolean some =
        one.bar() == Eligibility.Bar.LACKS_SKILL
            && one.gaps().size() == 1
            && one.gaps().getFirst().level() > 0;
    return some ? Words.glued(words.say("staff.has", name, one.gaps().getFirst().level())) : name;
  }

  private String state(String state, int count) {
    return Words.glued(words.say("staff.state", count, words.count("state." + state, count)));
  }

  private String seat(Seat seat) {
    List<String> notes = new ArrayList<>();
    if (seat.state() == AgentState.PAUSED && seat.pauseReason() != null) {
      notes.add(words.pause(seat.pauseReason()));
    }
    if (seat.reserve() != null) {
      notes.add(words.say("staff.reserve", seat.reserve()));
    }
    if (seat.leaving()) {
      notes.add(words.say("staff.leaving"));
    }
    if (seat.tries() > 0) {
      notes.add(words.count("staff.tried", seat.tries()));
    }
    String text = name(seat) + Words.GLUE + words.span(seat.forMs());
    return notes.isEmpty() ? text : text + " (" + String.join("; ", notes) + ")";
  }

  /** What those who may serve it were doing who were not free: a few by name, more by number. */
  String busy(Staff staff) {
    List<String> parts = new ArrayList<>();
    List<Seat> seats = staff.notFree();
    if (seats.size() <= FEW) {
      for (Seat seat : seats) {
        parts.add(Words.glued(name(seat) + " " + words.count("state." + word(seat), 1)));
      }
    } else {
      byState(seats).forEach((state, some) -> parts.add(state(state, some.size())));
    }
    return words.list(parts);
  }

  private String name(Seat seat) {
    return name(seat.agent(), seat.alias());
  }

  /** In a list: the alias, and the id as well where everything is told. */
  String name(AgentId agent, String alias) {
    return all ? full(agent, alias) : Words.glued(alias);
  }

  /** The alias with the id, unless they are the same. */
  static String full(AgentId agent, String alias) {
    return Words.glued(alias.equals(agent.value()) ? alias : alias + " (" + agent.value() + ")");
  }

  /** Some names and how many more, or all of them. */
  String names(List<String> names) {
    if (all || names.size() <= FEW + 1) {
      return String.join(words.say("list.comma"), names);
    }
    return String.join(words.say("list.comma"), names.subList(0, FEW))
        + " "
        + Words.glued(words.say("list.more", names.size() - FEW));
  }
}
