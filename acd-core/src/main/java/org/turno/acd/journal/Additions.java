package org.turno.acd.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What records of the vocabulary got after a format was released, and what stands for it in
 * documents of that format and earlier ones: what a Turno did before it knew of it. Whoever adds a
 * component to a record that is journaled or part of a snapshot adds a line here; the golden
 * journals tell whoever forgets.
 */
final class Additions {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /**
   * One component.
   *
   * @param since the first format that has it
   * @param of components by which its record is known, wherever it stands
   * @param before its value in earlier formats
   */
  private record Added(int since, List<String> of, String component, JsonNode before) {
    boolean misses(ObjectNode node) {
      return !node.has(component) && of.stream().allMatch(node::has);
    }
  }

  private static final List<String> CALL_WISHES = List.of("addPriority", "never", "ivrMs");
  private static final List<String> AGENT_PLAN = List.of("alias", "phone", "tiers");
  private static final List<String> FLOOR_PLAN = List.of("pbxs", "lines", "queues", "reserves");
  private static final List<String> LINE_PLAN = List.of("display", "protectedLine", "language");
  private static final List<String> ADMISSION = List.of("maxWaitMs", "maxLength", "overflow");
  private static final List<String> STATE = List.of("journalId", "contactCount", "askedLast");
  private static final List<String> QUEUE_PLAN = List.of("music", "admission", "offers");

  private static final List<String> CALLBACK_POLICY = List.of("attempts", "gapMs", "impossible");

  private static final List<Added> ALL =
      List.of(
          new Added(2, CALL_WISHES, "position", JSON.numberNode(0)),
          new Added(2, CALL_WISHES, "language", JSON.textNode("")),
          new Added(2, AGENT_PLAN, "wrapUp", JSON.nullNode()),
          new Added(2, QUEUE_PLAN, "keys", JSON.objectNode()),
          new Added(2, FLOOR_PLAN, "observed", JSON.arrayNode()),
          new Added(2, STATE, "observed", JSON.objectNode()),
          new Added(2, STATE, "doors", JSON.arrayNode()),
          new Added(2, STATE, "deserted", JSON.objectNode()),
          new Added(2, LINE_PLAN, "closed", neverClosed()),
          new Added(2, LINE_PLAN, "greeting", JSON.arrayNode()),
          new Added(2, QUEUE_PLAN, "announcements", nothingTold()),
          new Added(2, LINE_PLAN, "callback", JSON.booleanNode(false)),
          new Added(2, LINE_PLAN, "listening", JSON.booleanNode(false)),
          new Added(2, FLOOR_PLAN, "supervisors", JSON.arrayNode()),
          new Added(2, STATE, "listenings", JSON.arrayNode()),
          new Added(2, QUEUE_PLAN, "closed", neverClosed()),
          new Added(2, QUEUE_PLAN, "callback", JSON.nullNode()),
          new Added(2, CALLBACK_POLICY, "expiresMs", JSON.numberNode(0)),
          new Added(2, ADMISSION, "empty", neverEmpty()),
          new Added(2, ADMISSION, "overflowWhen", JSON.objectNode()));

  private Additions() {}

  private static JsonNode neverClosed() {
    return JSON.objectNode().put("hours", false).putNull("to").put("sendsWaiting", false);
  }

  private static JsonNode nothingTold() {
    ObjectNode policy = JSON.objectNode().put("firstMs", 0).put("everyMs", 0).put("gapMs", 1_000);
    policy.put("onChange", false).put("position", "NEVER").put("limit", 0);
    policy.put("estimate", "NEVER").put("roundMs", 60_000);
    ObjectNode phrases = policy.putObject("phrases");
    phrases.put("next", "queue-youarenext").put("position", "queue-thereare");
    phrases.put("positionEnd", "queue-callswaiting").put("moreThan", "queue-quantity1");
    phrases.put("moreThanEnd", "queue-quantity2").put("estimate", "queue-holdtime");
    phrases.put("minute", "queue-minute").put("minutes", "queue-minutes");
    phrases.put("end", "queue-thankyou");
    ObjectNode messages = policy.putObject("messages").put("firstMs", 0).put("everyMs", 0);
    messages.put("shuffled", false).putArray("texts");
    return policy;
  }

  private static JsonNode neverEmpty() {
    ObjectNode policy = JSON.objectNode().putNull("join").putNull("leave");
    policy.put("maxWaitMs", 0).put("newcomersMs", 0).putArray("absent");
    return policy;
  }

  /** Completes a document of an earlier format. */
  static void complete(int version, JsonNode document) {
    List<Added> missing = ALL.stream().filter(added -> added.since() > version).toList();
    if (!missing.isEmpty()) {
      complete(missing, document);
    }
  }

  private static void complete(List<Added> missing, JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (Added added : missing) {
        if (added.misses(object)) {
          object.set(added.component(), added.before().deepCopy());
        }
      }
    }
    node.forEach(child -> complete(missing, child));
  }
}
