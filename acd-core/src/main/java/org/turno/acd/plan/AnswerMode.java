package org.turno.acd.plan;

/** How an agent takes offers. */
public enum AnswerMode {
  /** The phone rings until the agent answers. */
  MANUAL,
  /** The phone is asked to answer by itself. */
  AUTO,
  /** The phone is called once, when work begins; its line stays open and a tone comes first. */
  OFF_HOOK
}
