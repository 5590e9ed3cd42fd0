package org.turno.acd.contact;

import org.jspecify.annotations.Nullable;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.SealedNumber;

/** Where a contact's caller is: on the line, or away and to be called back. */
public final class Caller {
  private LegId leg;
  private @Nullable Callback callback;
  private Told told = Told.NOTHING;
  private @Nullable String language;

  Caller(LegId leg) {
    this.leg = leg;
  }

  /** Hangs up and keeps the place. */
  public void keepsPlace(SealedNumber number, long timeMs) {
    callback = new Callback(number, timeMs);
  }

  /** The turn may come now, or not. */
  public void held(boolean now) {
    callback = requireCallback().held(now);
  }

  /** Is called. */
  public void dialled(LegId newLeg) {
    callback = requireCallback().calling(newLeg);
    leg = newLeg;
  }

  /** Is on the line again. */
  public void answered() {
    callback = null;
  }

  /** Was called in vain. */
  public void missed(long untilMs) {
    callback = requireCallback().resting(untilMs);
  }

  /** Hears something. */
  public void hears(ContactEvent.Announced what, long timeMs) {
    told = told.and(what, timeMs);
  }

  /** Chooses a language. */
  public void speaks(String chosen) {
    language = chosen;
  }

  private Callback requireCallback() {
    if (callback == null) {
      throw new IllegalStateException("the caller of " + leg + " is not to be called back");
    }
    return callback;
  }

  /** The leg; one that is gone while there is none. */
  public LegId leg() {
    return leg;
  }

  /** What is kept while the caller is away; null while the caller is not. */
  public @Nullable Callback callback() {
    return callback;
  }

  /** What the caller was told so far. */
  public Told told() {
    return told;
  }

  /** The language that the caller chose while waiting; null for none. */
  public @Nullable String language() {
    return language;
  }

  /** Whether the caller is on the line, or being called. */
  public boolean hasLeg() {
    return callback == null || callback.dialled() != null;
  }
}
