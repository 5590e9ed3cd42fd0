package org.turno.load.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.turno.load.lab.SipEvent.Kind;

/**
 * What callers and phones themselves wrote down, whatever Turno believes: nobody was cut off, no
 * caller talked with two agents at once and no agent with two callers, and those who dialled first
 * were rung for first. A caller is known by the number, which no two calls share.
 */
final class WireCheck {
  /** Calls dialled this close together may reach Asterisk in either order. */
  private static final long SAME_MOMENT_US = 1_000_000;

  /** Asterisk rings phones that it is told of together in any order. */
  private static final long SAME_RINGS_US = 250_000;

  private final List<String> faults = new ArrayList<>();
  private final Map<String, SipEvent> dialled = new LinkedHashMap<>();
  private final Map<String, SipEvent> firstRung = new LinkedHashMap<>();
  private final Map<String, List<Talk>> talksOf = new LinkedHashMap<>();
  private final Map<String, List<Talk>> talksAt = new LinkedHashMap<>();
  private final Set<String> hungUp = new TreeSet<>();
  private final Set<String> cutOff = new TreeSet<>();

  /** One conversation as a phone saw it; it has no end where the phone never learned of one. */
  private static final class Talk {
    private final String phone;
    private final String caller;
    private final long fromUs;
    private long toUs = Long.MAX_VALUE;
    private boolean endedByOther;

    Talk(SipEvent answered) {
      phone = answered.who();
      caller = answered.shownNumber();
      fromUs = answered.timeUs();
    }
  }

  private WireCheck() {}

  /**
   * Checks.
   *
   * @param lost numbers of callers whose calls a dead Asterisk took with it
   * @param priorityOf what a caller's call is worth, higher is served first
   */
  static WireCheck of(
      List<SipEvent> atCallers,
      List<SipEvent> atPhones,
      Set<String> lost,
      ToIntFunction<String> priorityOf) {
    WireCheck check = new WireCheck();
    atCallers.forEach(check::caller);
    check.phones(atPhones);
    check.talksOf.values().forEach(check::atOnce);
    check.talksAt.values().forEach(check::atOnce);
    check.cutOffs(lost);
    check.order(lost, priorityOf);
    return check;
  }

  private void caller(SipEvent event) {
    switch (event.kind()) {
      case DIALLED -> dialled.put(event.who(), event);
      case HUNG_UP, GAVE_UP -> hungUp.add(event.who());
      case ENDED -> cutOff.add(event.who());
      case RUNG, ASKED, ANSWERED, PRESSED, CANCELLED -> {}
    }
  }

  private void phones(List<SipEvent> events) {
    Map<String, Talk> byCall = new LinkedHashMap<>();
    for (SipEvent event : events) {
      switch (event.kind()) {
        case RUNG -> firstRung.putIfAbsent(event.shownNumber(), event);
        case ANSWERED -> {
          Talk talk = new Talk(event);
          byCall.put(event.callId(), talk);
          talksOf.computeIfAbsent(talk.caller, _ -> new ArrayList<>()).add(talk);
          if (!LabFloor.isFixed(talk.phone)) {
            talksAt.computeIfAbsent(talk.phone, _ -> new ArrayList<>()).add(talk);
          }
        }
        case HUNG_UP, ENDED -> {
          Talk talk = byCall.get(event.callId());
          if (talk != null) {
            talk.toUs = event.timeUs();
            talk.endedByOther = event.kind() == Kind.ENDED;
          }
        }
        case DIALLED, ASKED, PRESSED, CANCELLED, GAVE_UP -> {}
      }
    }
  }

  private void atOnce(List<Talk> talks) {
    Talk before = null;
    for (Talk talk : talks.stream().sorted(Comparator.comparingLong(t -> t.fromUs)).toList()) {
      if (before != null && before.toUs != Long.MAX_VALUE && talk.fromUs < before.toUs) {
        faults.add(
            "caller %s at phone %s and caller %s at phone %s talked at once"
                .formatted(before.caller, before.phone, talk.caller, talk.phone));
      }
      before = talk;
    }
  }

  private void cutOffs(Set<String> lost) {
    for (String caller : cutOff) {
      boolean agentHungUp =
          talksOf.getOrDefault(caller, List.of()).stream()
              .anyMatch(talk -> talk.toUs != Long.MAX_VALUE && !talk.endedByOther);
      if (!agentHungUp && !lost.contains(caller)) {
        faults.add("caller " + caller + " was cut off, and no agent had hung up");
      }
    }
    for (List<Talk> talks : talksOf.values()) {
      for (Talk talk : talks) {
        if (talk.endedByOther && !hungUp.contains(talk.caller) && !lost.contains(talk.caller)) {
          faults.add(
              "phone %s was cut off, and caller %s had not hung up"
                  .formatted(talk.phone, talk.caller));
        }
      }
    }
  }

  /** Who was rung for late although an older caller of no less priority was not rung for yet. */
  private void order(Set<String> lost, ToIntFunction<String> priorityOf) {
    List<SipEvent> rung =
        firstRung.values().stream()
            .filter(e -> !LabFloor.isFixed(e.who()) && !lost.contains(e.shownNumber()))
            .filter(e -> dialled.containsKey(e.shownNumber()))
            .toList();
    for (int i = 0; i < rung.size(); i++) {
      SipEvent late = rung.get(i);
      for (SipEvent early : rung.subList(0, i)) {
        if (late.timeUs() - early.timeUs() > SAME_RINGS_US
            && priorityOf.applyAsInt(early.shownNumber())
                <= priorityOf.applyAsInt(late.shownNumber())
            && dialledUs(early.shownNumber()) - dialledUs(late.shownNumber()) > SAME_MOMENT_US) {
          faults.add(
              "phone %s rang for caller %s, who had dialled after caller %s"
                  .formatted(early.who(), early.shownNumber(), late.shownNumber()));
        }
      }
    }
  }

  private long dialledUs(String caller) {
    SipEvent event = dialled.get(caller);
    return event == null ? 0 : event.timeUs();
  }

  /** How many callers dialled. */
  int callers() {
    return dialled.size();
  }

  /** How many of them talked with an agent or at a fixed phone. */
  long talked() {
    return dialled.keySet().stream().filter(talksOf::containsKey).count();
  }

  /** What must not be, one line each. */
  List<String> faults() {
    return faults;
  }
}
