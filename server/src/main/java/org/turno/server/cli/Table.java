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
    printRow(out, heads);
    for (List<String> row : rows) {
      printRow(out, row);
    }
    if (rows.isEmpty()) {
      out.println("(none)");
    }
  }

  private void printRow(PrintWriter out, List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      String fill = " ".repeat(width(column) - cell.length());
      boolean right = isFigureColumn(column);
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

  /** Every cell is a figure, or nothing, and not all are nothing. */
  private boolean isFigureColumn(int column) {
    List<String> cells = rows.stream().map(row -> row.get(column)).toList();
    return cells.stream().anyMatch(Table::isFigure)
        && cells.stream().allMatch(cell -> isFigure(cell) || cell.equals("-"));
  }

  private static boolean isFigure(String cell) {
    return cell.matches("-?[\\d.,:]+%?");
  }
}
