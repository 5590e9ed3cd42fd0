package org.turno.server.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody most likely meant. */
final class Nearest {
  private Nearest() {}

  /** The candidate that a slip of the fingers would explain. */
  static Optional<String> to(String written, Collection<String> candidates) {
    String wanted = fold(written);
    int limit = Math.max(1, Math.min(4, (written.length() + 1) / 3));
    return candidates.stream()
        .filter(candidate -> distance(wanted, fold(candidate)) <= limit)
        .min(
            Comparator.comparingInt((String candidate) -> distance(wanted, fold(candidate)))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT).replace('-', '_');
  }

  /** Insertions, deletions, replacements and swaps of neighbours between the two. */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      cost[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      cost[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replace, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        cost[i][j] = swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
      }
    }
    return cost[a.length()][b.length()];
  }
}
