package org.turno.load.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.turno.acd.event.ContactEvent.Outcome;
import org.turno.acd.plan.AgentId;

/**
 * What became of the callers of {@code turno lab torture}.
 *
 * @param callers how many dialled
 * @param talked how many of them talked with an agent or at a fixed phone
 * @param lostWithAsterisk how many calls the dead Asterisk took with it
 * @param contacts how many the journal knows: a caller who came while Turno was away and was served
 *     by a fixed phone is none
 * @param toFirstOffer from Turno's start to its first offer
 * @param toReady from Turno's start until it says that it is ready
 * @param faults what must not be, one line each
 */
record TortureReport(
    TorturePlan plan,
    int callers,
    long talked,
    int lostWithAsterisk,
    int contacts,
    Latencies toFirstOffer,
    Latencies toReady,
    List<String> faults) {
  private static final int MOST_SHOWN = 20;

  /** How long each start took to its first offer; a start without one is left out. */
  static List<Long> toFirstOffer(List<Long> startedMs, List<Long> firstOfferMs) {
    List<Long> nanos = new ArrayList<>();
    for (int i = 0; i < startedMs.size(); i++) {
      long from = startedMs.get(i);
      long to = i + 1 < startedMs.size() ? startedMs.get(i + 1) : Long.MAX_VALUE;
      firstOfferMs.stream()
          .filter(ms -> ms >= from && ms < to)
          .findFirst()
          .ifPresent(ms -> nanos.add(TimeUnit.MILLISECONDS.toNanos(ms - from)));
    }
    return nanos;
  }

  /** Phones that rang more often than their agents were made offers. */
  static List<String> strayRings(JournalCheck journal, List<SipEvent> atPhones) {
    Map<String, Long> rung = new LinkedHashMap<>();
    for (SipEvent event : atPhones) {
      if (event.kind() == SipEvent.Kind.RUNG) {
        rung.merge(event.who(), 1L, Long::sum);
      }
    }
    List<String> faults = new ArrayList<>();
    rung.forEach(
        (phone, times) -> {
          long offers = journal.offersTo(new AgentId("a" + phone));
          if (times > offers) {
            faults.add(
                "phone %s rang %d times for %d offers of the journal"
                    .formatted(phone, times, offers));
          }
        });
    return faults;
  }

  /** Where the figures that Turno tells differ from the journal's, unless a day ended meanwhile. */
  static List<String> differences(JournalCheck journal, JsonNode told, List<Long> startedMs) {
    List<String> faults = new ArrayList<>();
    if (!startedMs.isEmpty() && told.path("dayStartMs").asLong() > startedMs.get(0)) {
      return faults;
    }
    Map<String, Long> counted = new LinkedHashMap<>();
    counted.put("offered", (long) journal.contacts());
    counted.put("answered", journal.count(Outcome.SERVED));
    counted.put("abandoned", journal.count(Outcome.ABANDONED));
    counted.put("overflowed", journal.count(Outcome.OVERFLOWED));
    counted.put("takenByPbx", journal.count(Outcome.TAKEN_BY_PBX));
    counted.put("lost", journal.count(Outcome.LOST));
    counted.put("unservable", journal.count(Outcome.UNSERVABLE));
    counted.forEach(
        (figure, count) -> {
          long says = told.path("totals").path(figure).asLong();
          if (says != count) {
            faults.add("Turno tells %s %d, the journal has %d".formatted(figure, says, count));
          }
        });
    return faults;
  }

  /** Whether nobody was harmed. */
  boolean good() {
    return faults.isEmpty();
  }

  /** For people. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        "%d callers: %d talked, %d were in Asterisk when it died; %d contacts in the journal%n"
            .formatted(callers, talked, lostWithAsterisk, contacts));
    text.append(Latencies.heading("milliseconds from Turno's start"));
    text.append(toFirstOffer.row("to the first offer"));
    text.append(toReady.row("until ready"));
    if (good()) {
      text.append("Nobody was cut off, the order was kept, every contact ended once.\n");
    } else {
      text.append("%d faults:%n".formatted(faults.size()));
      faults.stream()
          .limit(MOST_SHOWN)
          .forEach(fault -> text.append("  ").append(fault).append('\n'));
    }
    return text.toString();
  }

  /** For programs. */
  String json() {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("kills", plan.kills())
            .put("day", plan.day())
            .put("seed", plan.seed())
            .put("callers", callers)
            .put("talked", talked)
            .put("lost_with_asterisk", lostWithAsterisk)
            .put("contacts", contacts)
            .put("good", good());
    json.set("start_to_first_offer_ms", toFirstOffer.json());
    json.set("start_to_ready_ms", toReady.json());
    faults.forEach(json.putArray("faults")::add);
    return json.toString();
  }
}
