package org.turno.acd.explain;

/** Slips of the fingers: how far what was typed is from what may have been meant. */
final class Slip {
  private Slip() {}

  /** Whether a slip would explain it: at most a third of the letters are wrong. */
  static boolean explains(String typed, String meant) {
    int limit = Math.max(1, typed.length() / 3);
    return Math.abs(typed.length() - meant.length()) <= limit && distance(typed, meant) <= limit;
  }

  /** Insertions, deletions and replacements between the two. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j - 1], diagonal));
      }
    }
    return row[b.length()];
  }
}
