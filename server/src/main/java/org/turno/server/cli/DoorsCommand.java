package org.turno.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is open in a running Turno, and a supervisor's word on it. */
@Command(
    name = "doors",
    mixinStandardHelpOptions = true,
    description = {
      "Show which lines and queues of a running Turno are open, of those that can be closed,",
      "and open or close them whatever their hours say."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:shown, or done and in the journal",
      "1:it changed nothing, no answer or not allowed; the message says which",
      "2:wrong usage"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  turno doors",
      "  turno doors close queue general --by eva --why 'fire drill' --for 30m",
      "  turno doors open line 012 --by eva --why 'storm' --until 22:00",
      "  turno doors release line 012 --by eva"
    })
final class DoorsCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  /** A line or a queue. */
  enum Kind {
    LINE,
    QUEUE
  }

  private final Map<String, String> environment;

  @Spec private CommandSpec spec;
  @Mixin private ListOptions list;

  DoorsCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  /** What, where, and how to answer. */
  static final class Target {
    @Parameters(index = "0", paramLabel = "line|queue", description = "What it is.")
    private Kind kind;

    @Parameters(index = "1", paramLabel = "ID", description = "Its name in the configuration.")
    private String id;

    @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who says so.")
    private String by;

    @Mixin private ServerAccess access;

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;
  }

  /** For how long, and why. */
  static final class Force {
    @Option(
        names = "--why",
        paramLabel = "TEXT",
        required = true,
        description = "Why; kept in the journal.")
    private String why;

    @Option(
        names = "--for",
        paramLabel = "TIME",
        converter = DurationConverter.class,
        description = "Its hours hold again after so long, for example 30m.")
    private @Nullable Duration length;

    @Option(
        names = "--until",
        paramLabel = "HH:MM",
        description = "Its hours hold again at that time of the day, or of tomorrow.")
    private @Nullable LocalTime until;
  }

  @Override
  public Integer call() {
    return list.print(
        "/api/v1/doors", environment, spec.commandLine().getOut(), DoorsCommand::table);
  }

  private static void table(JsonNode answer, PrintWriter out) {
    Table table = new Table("DOOR", "NAME", "NOW", "BY", "UNTIL", "WHY");
    for (JsonNode door : answer.path("doors")) {
      boolean forced = door.path("forced").asBoolean();
      table.row(
          Cells.text(door, "id"),
          Cells.text(door, "name"),
          door.path("open").asBoolean() ? "open" : "CLOSED",
          forced ? Cells.text(door, "by") : door.path("hours").asBoolean() ? "hours" : "-",
          time(door.path(forced ? "untilMs" : "nextMs")),
          Cells.text(door, "why"));
    }
    table.print(out);
    out.println("A door is here that has \"closed\" in the configuration.");
  }

  private static String time(JsonNode ms) {
    return ms.isNumber()
        ? TIME.format(Instant.ofEpochMilli(ms.asLong()).atZone(ZoneId.systemDefault()))
        : "-";
  }

  @Command(
      name = "close",
      mixinStandardHelpOptions = true,
      description =
          "Close a line or queue, whatever its hours say. Who waits is treated as its"
              + " configuration says.")
  int close(@Mixin Target target, @Mixin Force force) {
    return send(target, "close", body(target, force));
  }

  @Command(
      name = "open",
      mixinStandardHelpOptions = true,
      description = "Open a line or queue, whatever its hours say.")
  int open(@Mixin Target target, @Mixin Force force) {
    return send(target, "open", body(target, force));
  }

  @Command(
      name = "release",
      mixinStandardHelpOptions = true,
      description = "Let its hours hold again.")
  int release(@Mixin Target target) {
    return send(target, "release", Json.object().put("by", target.by));
  }

  private ObjectNode body(Target target, Force force) {
    if (force.length != null && force.until != null) {
      throw new ParameterException(spec.commandLine(), "Say --for or --until, not both.");
    }
    ObjectNode body = Json.object().put("by", target.by).put("why", force.why);
    if (force.length != null) {
      body.put("forMs", force.length.toMillis());
    } else if (force.until != null) {
      LocalDateTime now = LocalDateTime.now(ZoneId.systemDefault());
      LocalDateTime then = now.toLocalDate().atTime(force.until);
      body.put(
          "untilMs",
          (then.isAfter(now) ? then : then.plusDays(1))
              .atZone(ZoneId.systemDefault())
              .toInstant()
              .toEpochMilli());
    }
    return body;
  }

  private int send(Target target, String command, ObjectNode body) {
    String kind = target.kind.name().toLowerCase(Locale.ROOT);
    String id = URLEncoder.encode(target.id, StandardCharsets.UTF_8).replace("+", "%20");
    try (TurnoClient client = target.access.connect(environment)) {
      JsonNode answer = client.post("/api/v1/doors/" + kind + "/" + id + "/" + command, body);
      String seq = answer.path("seq").asText();
      PrintWriter out = spec.commandLine().getOut();
      out.println(
          target.json
              ? Json.line(answer)
              : kind + " " + target.id + ": " + command + " (journal entry " + seq + ")");
      out.flush();
      return 0;
    }
  }
}
