package org.turno.load.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** What was measured, for people and for programs. */
final class CoreReport {
  private static final String HEADS =
      "kind         floor                   decisions/s    p50 µs    p99 µs  p99.9 µs   bytes";

  private final List<Measured> all;

  CoreReport(List<Measured> all) {
    this.all = List.copyOf(all);
  }

  /** A table, and how cost grows from the smallest floor to the largest. */
  String text() {
    StringBuilder text = new StringBuilder(HEADS).append(System.lineSeparator());
    for (Measured m : all) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-12s %-21s %,13.0f %9.2f %9.2f %9.2f %7.0f%n",
              m.kindName(),
              m.size(),
              m.perSecond(),
              m.p50Ns() / 1e3,
              m.p99Ns() / 1e3,
              m.p999Ns() / 1e3,
              m.bytes()));
    }
    text.append(System.lineSeparator());
    for (CoreBenchmark.Kind kind : CoreBenchmark.Kind.values()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-12s the largest floor costs %.1f times the smallest%n",
              of(kind).getFirst().kindName(),
              growth(kind)));
    }
    return text.toString();
  }

  /** What was measured of one kind, by size. */
  List<Measured> of(CoreBenchmark.Kind kind) {
    return all.stream().filter(m -> m.kind() == kind).toList();
  }

  /** Mean cost of a decision on the largest floor, in those on the smallest. */
  double growth(CoreBenchmark.Kind kind) {
    List<Measured> bySize = of(kind);
    return bySize.getLast().cpuNs() / bySize.getFirst().cpuNs();
  }

  /** One object on one line. */
  String json() {
    ArrayNode results = JsonNodeFactory.instance.arrayNode();
    for (Measured m : all) {
      results
          .addObject()
          .put("kind", m.kindName())
          .put("agents", m.size().agents())
          .put("queues", m.size().queues())
          .put("waiting", m.size().waiting())
          .put("decisions_per_s", Math.round(m.perSecond()))
          .put("p50_us", m.p50Ns() / 1e3)
          .put("p99_us", m.p99Ns() / 1e3)
          .put("p999_us", m.p999Ns() / 1e3)
          .put("bytes", Math.round(m.bytes()))
          .put("samples", m.samples());
    }
    ObjectNode growth = JsonNodeFactory.instance.objectNode();
    for (CoreBenchmark.Kind kind : CoreBenchmark.Kind.values()) {
      growth.put(of(kind).getFirst().kindName(), growth(kind));
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("results", results);
    json.set("largest_to_smallest", growth);
    return json.toString();
  }

  /**
   * The same as a page.
   *
   * @param machine what it was measured on
   * @param plot the plot's file name, beside the page
   */
  String markdown(String machine, String plot) {
    StringBuilder page = new StringBuilder();
    page.append("# What one decision of the core costs\n\n");
    page.append("Measured by `./turno bench core` on ").append(machine).append(".\n\n");
    page.append("Decisions/s: what one processor core does if it does nothing else. Times: from");
    page.append(" input to events and effects, without journal and PBX. Bytes: allocated per");
    page.append(" decision. Floor: agents x queues x waiting contacts; an agent may serve about");
    page.append(" a twentieth of the queues.\n\n![cost by size](").append(plot).append(")\n\n");
    page.append("| kind | floor | decisions/s | p50 µs | p99 µs | p99.9 µs | bytes |\n");
    page.append("|---|---|--:|--:|--:|--:|--:|\n");
    for (Measured m : all) {
      page.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %,.0f | %.2f | %.2f | %.2f | %.0f |%n",
              m.kindName(),
              m.size(),
              m.perSecond(),
              m.p50Ns() / 1e3,
              m.p99Ns() / 1e3,
              m.p999Ns() / 1e3,
              m.bytes()));
    }
    page.append("\nThe largest floor costs, in decisions on the smallest:");
    for (CoreBenchmark.Kind kind : CoreBenchmark.Kind.values()) {
      page.append(
          String.format(Locale.ROOT, " %s %.1f;", of(kind).getFirst().kindName(), growth(kind)));
    }
    page.setCharAt(page.length() - 1, '.');
    return page.append('\n').toString();
  }
}
