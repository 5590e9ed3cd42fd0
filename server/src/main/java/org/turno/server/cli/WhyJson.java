package org.turno.server.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.turno.acd.event.ObservedEvent;
import org.turno.acd.explain.ContactLine;
import org.turno.acd.explain.ContactList;
import org.turno.acd.explain.ContactStory;
import org.turno.acd.explain.ObservedStory;
import org.turno.acd.explain.Step;

/** Stories and lists as JSON. Moments are epoch milliseconds, spans milliseconds. */
final class WhyJson {
  private WhyJson() {}

  static ObjectNode of(ContactStory story) {
    Step.Came came = story.came();
    Step.Queued queue = story.queue();
    Step.Ended end = story.end();
    Step.Answered answer = story.answer();
    ObjectNode json =
        Json.object()
            .put("contact", story.contact().value())
            .put("line", came.line().value())
            .put("protected", came.protectedLine())
            .put("queue", queue == null ? null : queue.queue().value())
            .put("requirement", queue == null ? null : story.requirement().toString())
            .put("priority", story.priority())
            .put("arrivedMs", came.arrivedMs())
            .put("waitMs", story.waitMs())
            .put("talkMs", end == null ? null : (Long) end.talkMs())
            .put("outcome", end == null ? null : StepJson.word(end.outcome()))
            .put("agent", answer == null ? null : answer.agent().value())
            .put("lastMs", story.lastMs());
    ArrayNode steps = json.putArray("steps");
    story.steps().forEach(step -> steps.add(StepJson.of(step)));
    return json;
  }

  /** What was seen of a contact in a PBX's own queue. */
  static ObjectNode of(ObservedStory story) {
    ObjectNode json =
        Json.object()
            .put("contact", story.contact().value())
            .put("observed", story.steps().getFirst().event().pbx().value())
            .put("lastMs", story.lastMs());
    ArrayNode steps = json.putArray("steps");
    for (ObservedStory.Seen step : story.steps()) {
      ObjectNode one = steps.addObject().put("seq", step.seq()).put("timeMs", step.timeMs());
      switch (step.event()) {
        case ObservedEvent.Arrived e ->
            one.put("type", "arrived")
                .put("queue", e.queue().value())
                .put("arrivedMs", e.arrivedMs());
        case ObservedEvent.Rung e -> one.put("type", "rung").put("agent", e.agent());
        case ObservedEvent.RingEnded e -> one.put("type", "ring-ended").put("agent", e.agent());
        case ObservedEvent.Answered e ->
            one.put("type", "answered").put("agent", e.agent()).put("waitMs", e.waitMs());
        case ObservedEvent.Ended e ->
            one.put("type", "ended")
                .put("outcome", StepJson.word(e.outcome()))
                .put("by", StepJson.word(e.by()))
                .put("waitMs", e.waitMs())
                .put("talkMs", e.talkMs());
        case ObservedEvent e -> one.put("type", "left-queue");
      }
    }
    return json;
  }

  static ObjectNode of(ContactList.Found found) {
    ObjectNode json = Json.object().put("count", found.count()).put("lastMs", found.lastMs());
    ArrayNode contacts = json.putArray("contacts");
    for (ContactLine line : found.last()) {
      contacts
          .addObject()
          .put("contact", line.contact().value())
          .put("arrivedMs", line.arrivedMs())
          .put("line", line.line().value())
          .put("queue", StepJson.text(line.queue()))
          .put("waitMs", line.waitMs())
          .put("offers", line.offers())
          .put("outcome", line.outcome() == null ? null : StepJson.word(line.outcome()))
          .put("agent", StepJson.text(line.agent()));
    }
    return json;
  }
}
