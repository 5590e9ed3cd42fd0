package org.turno.load.bench;

import com.google.errorprone.annotations.FormatMethod;
import java.util.List;
import java.util.Locale;

/**
 * Cost by size of floor as an SVG picture: a line per kind, median in full and p99 dashed, both
 * axes logarithmic. Every line is named where it ends, so that none needs its colour to be known.
 */
final class CostPlot {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 420;
  private static final int LEFT = 70;
  private static final int RIGHT = 170;
  private static final int TOP = 20;
  private static final int BOTTOM = 50;
  private static final double LOWEST_NS = 100;
  private static final double HIGHEST_NS = 100_000;

  private final StringBuilder svg = new StringBuilder();

  private CostPlot() {}

  static String of(CoreReport report) {
    CostPlot plot = new CostPlot();
    plot.frame();
    for (CoreBenchmark.Kind kind : CoreBenchmark.Kind.values()) {
      plot.lines(report.of(kind), colour(kind));
    }
    return plot.svg.append("</svg>\n").toString();
  }

  private static String colour(CoreBenchmark.Kind kind) {
    return switch (kind) {
      case ARRIVAL -> "#0b5fa5";
      case ABANDON -> "#b3421f";
      case AGENT_FREE -> "#2f7d32";
      case RELAXATION -> "#6b3fa0";
    };
  }

  private void frame() {
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
            + " font-family=\"sans-serif\" font-size=\"12\">",
        WIDTH, HEIGHT);
    add("<title>Cost of a decision by size of floor, median and 99th percentile</title>");
    add("<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>");
    for (double ns = LOWEST_NS; ns <= HIGHEST_NS; ns *= 10) {
      add(
          "<path d=\"M%d %.1fH%d\" stroke=\"#cccccc\"/>"
              + "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s µs</text>",
          LEFT,
          y(ns),
          WIDTH - RIGHT,
          LEFT - 8,
          y(ns) + 4,
          ns < 1000 ? "0.1" : String.valueOf((int) (ns / 1000)));
    }
    for (int i = 0; i < FloorSize.ALL.size(); i++) {
      add(
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
          x(i), HEIGHT - BOTTOM + 20, FloorSize.ALL.get(i));
    }
    add(
        "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">agents x queues x waiting contacts</text>",
        (x(0) + x(FloorSize.ALL.size() - 1)) / 2, HEIGHT - BOTTOM + 40);
  }

  private void lines(List<Measured> bySize, String colour) {
    StringBuilder median = new StringBuilder();
    StringBuilder tail = new StringBuilder();
    for (int i = 0; i < bySize.size(); i++) {
      String step = i == 0 ? "M" : "L";
      median.append(point(step, i, bySize.get(i).p50Ns()));
      tail.append(point(step, i, bySize.get(i).p99Ns()));
    }
    Measured last = bySize.getLast();
    add("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>", median, colour);
    add("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-dasharray=\"5 4\"/>", tail, colour);
    name(bySize.size() - 1, last.p50Ns(), last.kindName(), colour);
    name(bySize.size() - 1, last.p99Ns(), last.kindName() + " p99", colour);
  }

  private void name(int index, double ns, String text, String colour) {
    add("<text x=\"%.1f\" y=\"%.1f\" fill=\"%s\">%s</text>", x(index) + 8, y(ns) + 4, colour, text);
  }

  private static String point(String step, int index, double ns) {
    return String.format(Locale.ROOT, "%s%.1f %.1f", step, x(index), y(ns));
  }

  private static double x(int index) {
    double inner = WIDTH - LEFT - RIGHT - 60.0;
    return LEFT + 30 + inner * index / (FloorSize.ALL.size() - 1);
  }

  private static double y(double ns) {
    double within = Math.clamp(ns, LOWEST_NS, HIGHEST_NS);
    double share = Math.log(within / LOWEST_NS) / Math.log(HIGHEST_NS / LOWEST_NS);
    return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
  }

  @FormatMethod
  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
