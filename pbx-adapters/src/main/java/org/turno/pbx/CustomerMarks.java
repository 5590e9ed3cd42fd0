package org.turno.pbx;

import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.CustomerId;
import org.turno.acd.plan.LineId;

/**
 * What takes the place of the customer's key that a dialplan hands over, before anything is made of
 * the call. Safe for any thread.
 */
@FunctionalInterface
public interface CustomerMarks {
  /** Nobody is ever known again. */
  CustomerMarks NONE = (line, said) -> null;

  /**
   * A mark that tells a returning customer from others and says nothing else; null where a line's
   * callers must not be known again.
   *
   * @param said what the dialplan says; possibly a number
   */
  @Nullable CustomerId mark(LineId line, String said);
}
