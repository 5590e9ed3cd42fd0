package org.turno.server.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.turno.acd.journal.JournalReader;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.QueueId;
import org.turno.server.config.ConfigReader;
import org.turno.server.config.ConfigReading;
import org.turno.server.config.StateFolder;
import org.turno.server.config.TurnoConfig;
import org.turno.server.whatif.DayLived;
import org.turno.server.whatif.WhatIf;
import org.turno.stats.FloorFigures;
import org.turno.stats.GroupFigures;
import org.turno.stats.QueueFigures;
import org.turno.stats.Tally;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A recorded day under another configuration or with other staff. */
@Command(
    name = "whatif",
    mixinStandardHelpOptions = true,
    description = {
      "Live a recorded day again under another configuration and compare the figures.",
      "The callers call when they did and talk as long. Who gave up then gives up after the same"
          + " wait; who was answered then has at least that patience and then as much as the day's"
          + " callers show on the whole. Agents come, pause and go as they did; agents whom the"
          + " record does not know work from the first to the last hour of the others.",
      "The column AGAIN is the same model under the day's own configuration: how far it is from"
          + " RECORDED says how far to trust OTHERWISE. Nothing is sent anywhere."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:compared",
      "1:no journal, no call on that day, or a broken configuration",
      "2:wrong usage"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  turno whatif --config six-agents-more.yaml --journal /var/lib/turno/journal",
      "  turno whatif --config other.yaml --journal copy --day 2026-11-20 --json"
    })
final class WhatIfCommand implements Callable<Integer> {
  private final Map<String, String> environment;

  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      required = true,
      description = "The other configuration. Its passwords are not read.")
  private Path file;

  @Option(
      names = "--journal",
      paramLabel = "DIR",
      description = "The journal's folder. Without it: the folder journal in Turno's state folder.")
  private Optional<Path> journal = Optional.empty();

  @Option(
      names = "--day",
      paramLabel = "YYYY-MM-DD",
      description = "The day, by this machine's clock. Without it: the day of the last entry.")
  private Optional<LocalDate> day = Optional.empty();

  @Option(names = "--json", description = "Print one JSON object instead of text.")
  private boolean json;

  WhatIfCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    FloorPlan other = otherPlan();
    Path folder = journal.orElseGet(() -> StateFolder.of(environment).resolve("journal"));
    WhatIf result = compare(folder, other);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.line(asJson(result)));
    } else {
      print(result, out);
    }
    return 0;
  }

  private FloorPlan otherPlan() {
    ConfigReading reading = ConfigReader.readWithoutSecrets(file, environment);
    PrintWriter err = spec.commandLine().getErr();
    reading.problems().forEach(err::println);
    TurnoConfig config =
        reading.config().orElseThrow(() -> new CommandFailure("correct the errors above"));
    return config.plan();
  }

  private WhatIf compare(Path folder, FloorPlan other) {
    PrintWriter err = spec.commandLine().getErr();
    long lastSeq;
    try (JournalReader reader = JournalReader.open(folder)) {
      lastSeq = reader.lastSeq();
    }
    try (ReadingProgress reading = new ReadingProgress(err, "reading", lastSeq)) {
      @Nullable LocalDate which = day.orElse(null);
      return WhatIf.of(
          folder, which, ZoneId.systemDefault(), other, reading, name -> progress(err, name));
    }
  }

  private static DoubleConsumer progress(PrintWriter err, String name) {
    boolean terminal = Ansi.AUTO.enabled();
    return part -> {
      if (terminal) {
        err.print(String.format(Locale.ROOT, "\rliving the day %s %3.0f%% ", name, part * 100));
        err.flush();
      }
    };
  }

  private void print(WhatIf result, PrintWriter out) {
    out.printf("Day        %s%n", result.day());
    out.printf("Otherwise  %s%n", file);
    if (result.skipped() > 0) {
      out.printf(
          "Left out   %d callers of lines that it does not have: %s%n",
          result.skipped(), result.missingLines());
    }
    out.println();
    Table floor = new Table("Whole floor", "Recorded", "Again", "Otherwise");
    rows(floor, result, d -> d.figures().totals(), DayLived::ninetieth);
    floor.print(out);
    for (QueueId queue : queues(result)) {
      out.println();
      Table table = new Table("Queue " + queue, "Recorded", "Again", "Otherwise");
      rows(table, result, d -> of(d, queue), d -> d.ninetieth(queue));
      table.print(out);
    }
  }

  private interface Part {
    @Nullable GroupFigures of(DayLived day);
  }

  private interface Wait {
    long of(DayLived day);
  }

  private interface Cell {
    String of(DayLived day);
  }

  private static void rows(Table table, WhatIf result, Part part, Wait wait) {
    row(table, "offered", result, d -> count(part.of(d), Tally::offered));
    row(table, "answered", result, d -> count(part.of(d), Tally::answered));
    row(table, "abandoned", result, d -> count(part.of(d), Tally::abandoned));
    row(table, "overflowed", result, d -> count(part.of(d), Tally::overflowed));
    row(table, "service level", result, d -> percent(tally(part.of(d)).serviceLevelOffered()));
    row(table, "abandon rate", result, d -> percent(tally(part.of(d)).abandonRate()));
    row(table, "mean wait", result, d -> seconds(tally(part.of(d)).asaMs()));
    row(
        table,
        "nine of ten within",
        result,
        d -> wait.of(d) < 0 ? "-" : seconds(OptionalDouble.of((double) wait.of(d))));
    row(table, "handling time", result, d -> seconds(tally(part.of(d)).ahtMs()));
    row(table, "occupancy", result, d -> percent(occupancy(d, part.of(d))));
  }

  private static void row(Table table, String name, WhatIf result, Cell cell) {
    table.row(
        name, cell.of(result.recorded()), cell.of(result.again()), cell.of(result.otherwise()));
  }

  private static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  private static Tally tally(@Nullable GroupFigures figures) {
    return figures == null ? NOTHING : figures.tally();
  }

  private static OptionalDouble occupancy(DayLived day, @Nullable GroupFigures figures) {
    return figures == null
        ? OptionalDouble.empty()
        : figures.staffing().occupancy(day.figures().timeMs());
  }

  private static String count(
      @Nullable GroupFigures figures, java.util.function.ToLongFunction<Tally> of) {
    return figures == null ? "-" : String.valueOf(of.applyAsLong(figures.tally()));
  }

  private static String percent(OptionalDouble part) {
    return part.isEmpty() ? "-" : String.format(Locale.ROOT, "%.1f%%", part.getAsDouble() * 100);
  }

  private static String seconds(OptionalDouble ms) {
    return ms.isEmpty() ? "-" : String.format(Locale.ROOT, "%.1f s", ms.getAsDouble() / 1e3);
  }

  private static Set<QueueId> queues(WhatIf result) {
    Set<QueueId> queues = new LinkedHashSet<>();
    for (DayLived day : new DayLived[] {result.recorded(), result.otherwise()}) {
      day.figures().queues().forEach(queue -> queues.add(queue.id()));
    }
    return queues;
  }

  private static @Nullable GroupFigures of(DayLived day, QueueId id) {
    for (QueueFigures queue : day.figures().queues()) {
      if (queue.id().equals(id)) {
        return queue.figures();
      }
    }
    return null;
  }

  private ObjectNode asJson(WhatIf result) {
    ObjectNode answer = Json.object().put("day", result.day().toString());
    answer.put("skipped", result.skipped());
    answer.set("recorded", asJson(result.recorded()));
    answer.set("again", asJson(result.again()));
    answer.set("otherwise", asJson(result.otherwise()));
    return answer;
  }

  private static ObjectNode asJson(DayLived day) {
    FloorFigures figures = day.figures();
    ObjectNode floor = asJson(day, figures.totals(), day.ninetieth());
    ObjectNode queues = floor.putObject("queues");
    for (QueueFigures queue : figures.queues()) {
      queues.set(queue.id().value(), asJson(day, queue.figures(), day.ninetieth(queue.id())));
    }
    return floor;
  }

  private static ObjectNode asJson(DayLived day, GroupFigures group, long ninetiethMs) {
    Tally tally = group.tally();
    ObjectNode json =
        Json.object()
            .put("offered", tally.offered())
            .put("answered", tally.answered())
            .put("abandoned", tally.abandoned())
            .put("overflowed", tally.overflowed());
    put(json, "service_level", tally.serviceLevelOffered());
    put(json, "abandon_rate", tally.abandonRate());
    put(json, "mean_wait_ms", tally.asaMs());
    put(json, "handling_ms", tally.ahtMs());
    put(json, "occupancy", occupancy(day, group));
    if (ninetiethMs >= 0) {
      json.put("ninetieth_wait_ms", ninetiethMs);
    }
    return json;
  }

  private static void put(ObjectNode json, String name, OptionalDouble value) {
    if (value.isPresent()) {
      json.put(name, value.getAsDouble());
    }
  }
}
