package org.turno.acd.agent;

import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.PhoneId;

/** The line of an agent that stays open from one conversation to the next. */
public final class OpenLine {
  private enum Stage {
    NONE,
    OPENING,
    UP
  }

  private Stage stage = Stage.NONE;
  private @Nullable PhoneId phone;

  void opening(PhoneId at) {
    stage = Stage.OPENING;
    phone = at;
  }

  /** The agent answered: it stays open. Called while an event is applied. */
  public void opened() {
    stage = Stage.UP;
  }

  void gone() {
    stage = Stage.NONE;
    phone = null;
  }

  /** No leg is kept. */
  public boolean isNone() {
    return stage == Stage.NONE;
  }

  /** The phone rings, for the line to be opened. */
  public boolean isOpening() {
    return stage == Stage.OPENING;
  }

  /** The agent hears whoever is put through. */
  public boolean isUp() {
    return stage == Stage.UP;
  }

  /** The phone that was called; null without a line. */
  public @Nullable PhoneId phone() {
    return phone;
  }

  @Override
  public String toString() {
    return stage + "/" + phone;
  }
}
