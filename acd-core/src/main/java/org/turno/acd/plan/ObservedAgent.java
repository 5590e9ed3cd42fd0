package org.turno.acd.plan;

/**
 * An agent of a PBX's own queue.
 *
 * @param agent as the PBX calls the agent in its queues
 * @param phone the phone whose state it goes by
 * @param name what the PBX shows
 * @param paused whether the agent takes no calls of this queue
 * @param reason why; empty for no reason
 */
public record ObservedAgent(
    String agent, PhoneId phone, String name, boolean paused, String reason) {}
