package org.turno.server.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Text in aligned columns: names to the left, figures to the right. */
final class Table {
  private final List<String> heads;
  private final List<List<String>> rows = new ArrayList<>();

  Table(String... heads) {
    this.heads = List.of(heads);
  }

  void row(Object... cells) {
    if (cells.length != heads.size()) {
      throw new IllegalArgumentException("a row of " + cells.length + " cells under " + heads);
    }
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(String.valueOf(cell));
    }
    rows.add(row);
  }

  void print(PrintWriter out) {
    printRow(out, heads, false);
    for (List<String> row : rows) {
      printRow(out, row, true);
    }
    if (rows.isEmpty()) {
      out.println("(none)");
    }
  }

  private void printRow(PrintWriter out, List<String> cells, boolean body) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      String fill = " ".repeat(width(column) - cell.length());
      boolean right = body ? isFigure(cell) : isFigureColumn(column);
      line.append(right ? fill + cell : cell + fill).append("  ");
    }
    out.println(line.toString().stripTrailing());
  }

  private int width(int column) {
    int width = heads.get(column).length();
    for (List<String> row : rows) {
      width = Math.max(width, row.get(column).length());
    }
    return width;
  }

  private boolean isFigureColumn(int column) {
    return !rows.isEmpty() && rows.stream().allMatch(row -> isFigure(row.get(column)));
  }

  private static boolean isFigure(String cell) {
    return cell.matches("-?[\\d.,:]+( ?(%|s|ms|min|h))?|-");
  }
}
