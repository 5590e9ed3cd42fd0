package org.turno.load.theory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measured figures beside exact ones, as a text, and whether they agree. */
final class Comparison {
  /** An interval wider than this share of its figure would let too much pass. */
  private static final double WIDEST = 0.03;

  private final String what;
  private final List<String> lines = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  Comparison(String what) {
    this.what = what;
  }

  /**
   * Adds a figure.
   *
   * @param exact what theory says
   * @param wrong what theory says of a floor with one agent more: the interval must tell it apart,
   *     or it would not tell a wrong engine from a right one either
   */
  Comparison figure(String name, Estimate measured, double exact, double wrong) {
    Confidence confidence = Experiment.confidence();
    String line =
        String.format(
            Locale.ROOT,
            "%s: %s exact %.5f, measured %s, with one agent more %.5f",
            what,
            name,
            exact,
            measured.text(confidence),
            wrong);
    lines.add(line);
    if (!measured.holds(exact, confidence)) {
      faults.add("the core does not do as theory says: " + line);
    }
    if (measured.holds(wrong, confidence)) {
      faults.add("the interval does not tell one agent more: " + line);
    }
    if (measured.halfWidth(confidence) > WIDEST * exact) {
      faults.add("the interval is too wide: " + line);
    }
    return this;
  }

  /** Prints the figures and fails unless they agree. */
  void agrees() {
    lines.forEach(System.out::println);
    if (!faults.isEmpty()) {
      throw new AssertionError(String.join(System.lineSeparator(), faults));
    }
  }
}
