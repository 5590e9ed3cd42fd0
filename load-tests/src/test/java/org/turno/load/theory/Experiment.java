package org.turno.load.theory;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/**
 * Independent replications of a setting. Seeds are fixed, so a run repeats the one before to the
 * last digit: an engine that is right passes always, and one that is wrong fails always. With other
 * seeds one right interval in twenty would miss its value; that is what 95% means.
 *
 * <p>{@code -Dturno.theory.replications=N} runs more of them, for a closer look: a nightly run, for
 * example. Their intervals are narrower but drawn at 99.9%, so that the right engine passes there
 * too.
 */
final class Experiment {
  private static final int REPLICATIONS = 24;
  private static final int CHOSEN = Integer.getInteger("turno.theory.replications", REPLICATIONS);

  private final List<List<Tally>> replications;

  private Experiment(List<List<Tally>> replications) {
    this.replications = replications;
  }

  static Confidence confidence() {
    return CHOSEN == REPLICATIONS ? Confidence.USUAL : Confidence.HIGH;
  }

  /** Runs them, on as many processors as there are. */
  static Experiment run(Setting setting, long firstSeed) {
    return new Experiment(
        LongStream.range(firstSeed, firstSeed + CHOSEN)
            .parallel()
            .mapToObj(seed -> TheoryFloor.live(setting, seed))
            .toList());
  }

  /** A figure of one line's calls. */
  Estimate estimate(int line, ToDoubleFunction<Tally> figure) {
    return Estimate.of(
        replications.stream()
            .mapToDouble(tallies -> figure.applyAsDouble(tallies.get(line)))
            .toArray());
  }

  /** By how much a figure of one line's calls is less in the other, seed by seed. */
  Estimate difference(Experiment other, int line, ToDoubleFunction<Tally> figure) {
    double[] differences = new double[replications.size()];
    for (int i = 0; i < differences.length; i++) {
      double mine = figure.applyAsDouble(replications.get(i).get(line));
      differences[i] = mine - figure.applyAsDouble(other.replications.get(i).get(line));
    }
    return Estimate.of(differences);
  }

  /** A figure of all calls. */
  Estimate estimate(ToDoubleFunction<Tally> figure) {
    return Estimate.of(
        replications.stream().mapToDouble(tallies -> figure.applyAsDouble(sum(tallies))).toArray());
  }

  private static Tally sum(List<Tally> tallies) {
    Tally sum = new Tally(0);
    tallies.forEach(sum::add);
    return sum;
  }
}
