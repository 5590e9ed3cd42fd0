package org.turno.server.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.explain.Barred;
import org.turno.acd.explain.Gap;
import org.turno.acd.explain.Rival;
import org.turno.acd.explain.Runner;
import org.turno.acd.explain.Seat;
import org.turno.acd.explain.Staff;
import org.turno.acd.explain.Step;
import org.turno.acd.plan.Destination;

/** The steps of a story as JSON. Moments are epoch milliseconds, spans milliseconds. */
final class StepJson {
  private StepJson() {}

  static ObjectNode of(Step step) {
    ObjectNode json = Json.object().put("seq", step.seq()).put("timeMs", step.timeMs());
    switch (step) {
      case Step.Came s -> came(json, s);
      case Step.Queued s -> queued(json, s);
      case Step.Waited s -> waited(json, s);
      case Step.Offered s -> offered(json, s);
      case Step.Refused s -> refused(json, s);
      case Step.Answered s -> answered(json, s);
      case Step.Connected s -> connected(json, s);
      case Step.Returned s -> returned(json, s);
      case Step.Overflowed s -> overflowed(json, s);
      case Step.Link s -> link(json, s);
      case Step.Relaxed s -> relaxed(json, s);
      case Step.Estimated s ->
          json.put("type", "estimated")
              .put("position", s.estimate().position())
              .put("lowMs", s.estimate().lowMs())
              .put("likelyMs", s.estimate().likelyMs())
              .put("highMs", s.estimate().highMs());
      case Step.Recognized s ->
          json.put("type", "recognized").put("agent", s.agent().value()).put("waits", s.waits());
      case Step.NamedGivenUp s ->
          json.put("type", "named-agent-given-up").put("agent", s.agent().value());
      case Step.Reprioritized s ->
          json.put("type", "reprioritized").put("priority", s.priority()).put("by", s.by());
      case Step.Moved s -> json.put("type", "moved").put("by", s.by());
      case Step.Claimed s -> claimed(json, s);
      case Step.CalledBack s -> calledBack(json, s.event());
      case Step.Listened s -> listened(json, s.event());
      case Step.Announced s -> announced(json, s.event());
      case Step.LanguageChosen s ->
          json.put("type", "language-chosen").put("language", s.language());
      case Step.Planned s -> json.put("type", "configuration-changed");
      case Step.Ended s -> ended(json, s);
    }
    return json;
  }

  private static void calledBack(ObjectNode json, ContactEvent.Callback event) {
    switch (event) {
      case ContactEvent.Callback.Granted e -> json.put("type", "callback-granted");
      case ContactEvent.Callback.Held e -> json.put("type", "callback-held");
      case ContactEvent.Callback.Due e -> json.put("type", "callback-due");
      case ContactEvent.Callback.Dialled e ->
          json.put("type", "callback-dialled").put("attempt", e.attempt());
      case ContactEvent.Callback.CallerAnswered e -> json.put("type", "callback-answered");
      case ContactEvent.Callback.Missed e ->
          json.put("type", "callback-missed").put("why", e.why().name());
    }
  }

  private static void listened(ObjectNode json, ContactEvent.Listening event) {
    json.put("by", event.supervisor());
    switch (event) {
      case ContactEvent.Listening.Asked e ->
          json.put("type", "listening-asked").put("mode", e.mode().name()).put("why", e.why());
      case ContactEvent.Listening.Joining e ->
          json.put("type", "listening-joining").put("mode", e.mode().name());
      case ContactEvent.Listening.Begun e ->
          json.put("type", "listening-begun").put("mode", e.mode().name());
      case ContactEvent.Listening.Over e ->
          json.put("type", "listening-over").put("how", e.how().name());
    }
  }

  /** A place and a wait only where they were told. */
  private static void announced(ObjectNode json, ContactEvent.Announced event) {
    json.put("type", "announced").put("what", event.what().name());
    if (event.position() > 0) {
      json.put("position", event.position());
    }
    if (event.estimateMs() > 0) {
      json.put("estimateMs", event.estimateMs()).put("rise", event.rise().name());
    }
  }

  private static void came(ObjectNode json, Step.Came s) {
    json.put("type", "came")
        .put("line", s.line().value())
        .put("lineName", s.lineName())
        .put("protected", s.protectedLine())
        .put("priority", s.priority())
        .put("ivrMs", s.wishes().ivrMs())
        .put("namedAgent", text(s.wishes().agent()))
        .put("arrivedMs", s.arrivedMs());
  }

  private static void queued(ObjectNode json, Step.Queued s) {
    json.put("type", "queued")
        .put("queue", s.queue().value())
        .put("queueName", s.name())
        .put("requirement", s.requirement().toString())
        .put("preference", s.preference().toString())
        .put("again", s.again());
  }

  private static void refused(ObjectNode json, Step.Refused s) {
    json.put("type", "offer-failed")
        .put("agent", s.agent().value())
        .put("why", word(s.why()))
        .put("rang", s.rang())
        .put("offerMs", s.offerMs())
        .put("restMs", s.restMs())
        .put("pausedByTurno", s.paused())
        .put("takenOverBy", text(s.taker()));
  }

  private static void answered(ObjectNode json, Step.Answered s) {
    json.put("type", "answered")
        .put("agent", s.agent().value())
        .put("offerMs", s.offerMs())
        .put("waitMs", s.waitMs());
  }

  private static void connected(ObjectNode json, Step.Connected s) {
    json.put("type", "connected")
        .put("agent", s.agent().value())
        .put("connectingMs", s.bridgingMs());
  }

  private static void returned(ObjectNode json, Step.Returned s) {
    json.put("type", "returned")
        .put("agent", s.agent().value())
        .put("connectingMs", s.bridgingMs());
  }

  private static void link(ObjectNode json, Step.Link s) {
    json.put("type", s.up() ? "link-up" : "link-down")
        .put("pbx", s.pbx().value())
        .put("reason", s.reason());
  }

  private static void relaxed(ObjectNode json, Step.Relaxed s) {
    json.put("type", "relaxed")
        .put("step", s.step())
        .put("requirement", s.requirement().toString())
        .put("preference", s.preference().toString())
        .put("priority", s.priority())
        .put("gain", s.gain())
        .put("early", s.early());
    ArrayNode queues = json.putArray("addedQueues");
    s.addedQueues().forEach(queue -> queues.add(queue.value()));
  }

  private static void claimed(ObjectNode json, Step.Claimed s) {
    json.put("type", s.from() == null ? "interrupted-wrap-up" : "took-over")
        .put("agent", s.agent().value())
        .put("from", text(s.from()));
  }

  private static void ended(ObjectNode json, Step.Ended s) {
    json.put("type", "ended")
        .put("outcome", word(s.outcome()))
        .put("waitMs", s.waitMs())
        .put("talkMs", s.talkMs())
        .put("agent", text(s.agent()))
        .put("endedBy", word(s.by()));
  }

  private static void waited(ObjectNode json, Step.Waited wait) {
    json.put("type", "waited").put("untilMs", wait.untilMs()).put("over", wait.over());
    json.set("staff", of(wait.staff()));
    Staff atEnd = wait.staffAtEnd();
    if (atEnd != null) {
      json.set("staffAtEnd", of(atEnd));
    }
    ArrayNode before = json.putArray("before");
    for (Rival rival : wait.rivals()) {
      before
          .addObject()
          .put("contact", rival.contact().value())
          .put("queue", rival.queue().value())
          .put("aheadMs", rival.aheadMs())
          .put("by", word(rival.lead()))
          .put("weight", rival.weight())
          .put("priority", rival.priority())
          .put("ownWeight", rival.ownWeight())
          .put("ownPriority", rival.ownPriority())
          .put("cameLater", rival.cameLater())
          .put("fate", word(rival.fate()))
          .put("fateMs", rival.fateMs())
          .put("agent", text(rival.agent()));
    }
  }

  private static void offered(ObjectNode json, Step.Offered offer) {
    json.put("type", "offered")
        .put("agent", offer.agent().value())
        .put("alias", offer.alias())
        .put("choice", word(offer.choice()))
        .put("named", offer.named())
        .put("last", offer.last())
        .put("stateBefore", word(offer.before()))
        .put("byTodaysRules", offer.asToday())
        .put("alongside", offer.alongside())
        .put("deadlineMs", offer.deadlineMs());
    json.set("staff", of(offer.staff()));
    ArrayNode free = json.putArray("free");
    for (Runner runner : offer.runners()) {
      free.addObject()
          .put("agent", runner.agent().value())
          .put("alias", runner.alias())
          .put("tries", runner.tries())
          .put("last", runner.last())
          .put("preferred", runner.preferred())
          .put("tierLevel", runner.tierLevel())
          .put("tierPosition", runner.tierPosition())
          .put("figure", runner.figure())
          .put("idleMs", runner.idleForMs())
          .put("comparedBy", word(runner.lostBy()));
    }
  }

  private static void overflowed(ObjectNode json, Step.Overflowed overflow) {
    json.put("type", "overflowed")
        .put("from", overflow.from().value())
        .put("why", word(overflow.why()))
        .put("limit", overflow.limit())
        .put("by", overflow.by())
        .put("closed", overflow.door() == null ? null : overflow.door().toString());
    switch (overflow.to()) {
      case Destination.ToQueue to -> json.put("toQueue", to.queue().value());
      case Destination.ToLine to -> json.put("toLine", to.line().value());
      case Destination.ToAnnouncement to -> json.put("toAnnouncement", to.prompts().toString());
      case Destination.ToExtension to ->
          json.put("toContext", to.context()).put("toExtension", to.extension());
    }
  }

  private static ObjectNode of(Staff staff) {
    ObjectNode json = Json.object();
    seats(json.putArray("mayServe"), staff.mayServe());
    seats(json.putArray("signedOut"), staff.signedOut());
    ArrayNode mayNot = json.putArray("mayNot");
    for (Barred one : staff.barred()) {
      ObjectNode node =
          mayNot
              .addObject()
              .put("agent", one.agent().value())
              .put("alias", one.alias())
              .put("why", word(one.bar()));
      ArrayNode lacks = node.putArray("lacks");
      for (Gap gap : one.gaps()) {
        lacks.addObject().put("requirement", gap.part().toString()).put("level", gap.level());
      }
    }
    return json;
  }

  private static void seats(ArrayNode list, List<Seat> seats) {
    for (Seat seat : seats) {
      list.addObject()
          .put("agent", seat.agent().value())
          .put("alias", seat.alias())
          .put("state", word(seat.state()))
          .put("forMs", seat.forMs())
          .put("pauseReason", seat.pauseReason())
          .put("leaving", seat.leaving())
          .put("keptBackBy", seat.reserve())
          .put("tries", seat.tries());
    }
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static @Nullable String text(@Nullable Object id) {
    return id == null ? null : id.toString();
  }
}
