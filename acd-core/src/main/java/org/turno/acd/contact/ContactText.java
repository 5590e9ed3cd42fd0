package org.turno.acd.contact;

import java.util.SortedMap;
import org.turno.acd.plan.AgentId;

/** A contact as text, every part of it: states are compared by it. */
final class ContactText {
  private ContactText() {}

  static String of(Contact c, SortedMap<AgentId, Integer> tries) {
    return String.join(
        " ",
        c.id() + " " + c.state(),
        "queue=" + c.queue(),
        "priority=" + c.priority(),
        "own=" + c.ownPriority(),
        "arrived=" + c.arrivedMs(),
        "ordinal=" + c.ordinal(),
        "place=" + c.placeMs() + "/" + c.placeTie(),
        "more=" + c.moreQueues(),
        "relaxed=" + c.relaxed(),
        "only=" + c.onlyAgent(),
        "last=" + c.lastAgent(),
        "wishes=" + c.wishes(),
        "leg=" + c.leg(),
        "line=" + c.line() + "/" + c.asLine(),
        "medium=" + c.medium(),
        "offers=" + c.offers(),
        "agent=" + c.agent(),
        "bridge=" + c.bridge(),
        "queued=" + c.queuedMs(),
        "answered=" + c.answeredMs(),
        "tries=" + tries,
        "requires=" + c.requirement(),
        "prefers=" + c.preference(),
        "callback=" + c.callback(),
        "language=" + c.caller().language(),
        "told=" + c.caller().told());
  }
}
