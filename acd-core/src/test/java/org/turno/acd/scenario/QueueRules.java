package org.turno.acd.scenario;

import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.AdmissionPolicy;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.OfferPolicy;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.Requirement;
import org.turno.acd.plan.WrapUpPolicy;

/** A queue's policies, those that differ from the everyday ones. */
record QueueRules(
    String name,
    String requirement,
    long wrapUpMs,
    int misses,
    long maxWaitMs,
    int maxLength,
    @Nullable Destination overflow) {
  static final long OFFER_TIMEOUT_MS = 15_000;
  static final long RETRY_DELAY_MS = 5_000;

  QueueRules(String name) {
    this(name, "", 0, 0, 0, 0, null);
  }

  QueueRules requires(String text) {
    return new QueueRules(name, text, wrapUpMs, misses, maxWaitMs, maxLength, overflow);
  }

  QueueRules wrapUp(long limitMs) {
    return new QueueRules(name, requirement, limitMs, misses, maxWaitMs, maxLength, overflow);
  }

  QueueRules pausesAfterMisses(int inARow) {
    return new QueueRules(name, requirement, wrapUpMs, inARow, maxWaitMs, maxLength, overflow);
  }

  QueueRules maxWait(long ms) {
    return new QueueRules(name, requirement, wrapUpMs, misses, ms, maxLength, overflow);
  }

  QueueRules maxLength(int contacts) {
    return new QueueRules(name, requirement, wrapUpMs, misses, maxWaitMs, contacts, overflow);
  }

  QueueRules overflowsTo(String queue) {
    Destination to = new Destination.ToQueue(new QueueId(queue));
    return new QueueRules(name, requirement, wrapUpMs, misses, maxWaitMs, maxLength, to);
  }

  QueueRules overflowsToExtension(String extension) {
    Destination to = new Destination.ToExtension("fallback", extension);
    return new QueueRules(name, requirement, wrapUpMs, misses, maxWaitMs, maxLength, to);
  }

  QueuePlan plan() {
    return QueuePlan.of(name)
        .named(name)
        .asking(Requirement.parse(requirement))
        .with(new OfferPolicy(OFFER_TIMEOUT_MS, misses, RETRY_DELAY_MS))
        .with(new WrapUpPolicy(wrapUpMs))
        .with(new AdmissionPolicy(maxWaitMs, maxLength, overflow));
  }
}
