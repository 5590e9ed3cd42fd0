package org.turno.acd.explain;

import java.util.ArrayList;
import java.util.List;

/** Lines of at most 80 columns; only a word that is longer by itself goes beyond. */
final class Page {
  private static final int WIDTH = 80;
  private static final int COLUMN_GAP = 2;
  private static final int HANG = 2;

  private final StringBuilder text = new StringBuilder();

  /** An empty line. */
  void gap() {
    text.append('\n');
  }

  /**
   * A paragraph.
   *
   * @param head stands before its first line
   * @param indent where all lines begin; the head is shorter
   */
  void say(String head, int indent, String words) {
    wrap(head + " ".repeat(indent - head.length()), indent, words);
  }

  /** A paragraph whose later lines are indented a little further. */
  void hang(int indent, String words) {
    wrap(" ".repeat(indent), indent + HANG, words);
  }

  private void wrap(String head, int indent, String words) {
    StringBuilder line = new StringBuilder(head);
    boolean empty = true;
    for (String word : words.split(" ", -1)) {
      if (!empty && line.length() + 1 + word.length() > WIDTH) {
        print(line);
        line = new StringBuilder(" ".repeat(indent));
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    print(line);
  }

  /** Rows of cells under each other; the last cell wraps. */
  void table(int indent, List<List<String>> rows) {
    List<Integer> widths = new ArrayList<>();
    for (List<String> row : rows) {
      for (int i = 0; i < row.size() - 1; i++) {
        if (widths.size() <= i) {
          widths.add(0);
        }
        widths.set(i, Math.max(widths.get(i), row.get(i).length()));
      }
    }
    for (List<String> row : rows) {
      StringBuilder head = new StringBuilder(" ".repeat(indent));
      for (int i = 0; i < row.size() - 1; i++) {
        String cell = row.get(i);
        head.append(cell).append(" ".repeat(widths.get(i) - cell.length() + COLUMN_GAP));
      }
      wrap(head.toString(), head.length(), row.getLast());
    }
  }

  private void print(StringBuilder line) {
    text.append(line.toString().replace(Words.GLUE, ' ').stripTrailing()).append('\n');
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
