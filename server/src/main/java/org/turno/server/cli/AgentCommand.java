package org.turno.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Acts for an agent of a running Turno. */
@Command(
    name = "agent",
    mixinStandardHelpOptions = true,
    description = "Act for an agent of a running Turno.",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done and in the journal",
      "1:it changed nothing, no answer or not allowed; the message says which",
      "2:wrong usage"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  turno agent sign-in a101",
      "  turno agent pause a101 lunch",
      "  turno agent pause a101 lunch --at 13:30",
      "  turno agent ready a101 --json"
    })
final class AgentCommand implements Runnable {
  private final Map<String, String> environment;

  @Spec private CommandSpec spec;

  AgentCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Who, where, and how to answer. */
  static final class Target {
    @Parameters(index = "0", paramLabel = "ID", description = "The agent, as in the configuration.")
    private String agent;

    @Mixin private ServerAccess access;

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what the agent does.");
  }

  @Command(
      name = "sign-in",
      mixinStandardHelpOptions = true,
      description = "Begin work, ready for calls.")
  int signIn(@Mixin Target target) {
    return send(target, "sign-in", Json.object());
  }

  @Command(
      name = "sign-out",
      mixinStandardHelpOptions = true,
      description = "End work; a conversation and its wrap-up are finished first.")
  int signOut(@Mixin Target target) {
    return send(target, "sign-out", Json.object());
  }

  @Command(name = "ready", mixinStandardHelpOptions = true, description = "End a pause.")
  int ready(@Mixin Target target) {
    return send(target, "ready", Json.object());
  }

  @Command(
      name = "pause",
      mixinStandardHelpOptions = true,
      description = "Take a pause; it begins when the work in hand ends.")
  int pause(
      @Mixin Target target,
      @Parameters(
              index = "1",
              paramLabel = "REASON",
              description = "One of the configuration's pauses: lunch, training.")
          String reason,
      @Option(
              names = "--in",
              paramLabel = "TIME",
              converter = DurationConverter.class,
              description = "Begin it later, for example in 20m.")
          @Nullable Duration in,
      @Option(
              names = "--at",
              paramLabel = "HH:MM",
              description = "Begin it at that time of the day, or of tomorrow.")
          @Nullable LocalTime at) {
    if (in != null && at != null) {
      throw new ParameterException(spec.commandLine(), "Say --in or --at, not both.");
    }
    long inMs = at == null ? (in == null ? 0 : in.toMillis()) : untilMs(at);
    return send(target, "pause", Json.object().put("reason", reason).put("inMs", inMs));
  }

  private static long untilMs(LocalTime at) {
    LocalDateTime now = LocalDateTime.now(ZoneId.systemDefault());
    LocalDateTime then = now.toLocalDate().atTime(at);
    return Duration.between(now, then.isAfter(now) ? then : then.plusDays(1)).toMillis();
  }

  @Command(
      name = "extend-wrap-up",
      mixinStandardHelpOptions = true,
      description = "Ask for more time in wrap-up, as often as the queue allows.")
  int extendWrapUp(@Mixin Target target) {
    return send(target, "extend-wrap-up", Json.object());
  }

  @Command(
      name = "mark-hard",
      mixinStandardHelpOptions = true,
      description = "Mark the contact in hand, or in wrap-up, as hard.")
  int markHard(
      @Mixin Target target,
      @Option(names = "--by", paramLabel = "NAME", description = "Who says so; else the agent.")
          @Nullable String by) {
    return send(target, "mark-hard", by == null ? Json.object() : Json.object().put("by", by));
  }

  @Command(
      name = "end-break",
      mixinStandardHelpOptions = true,
      description = "As a supervisor, end a mandatory break before its time.")
  int endBreak(
      @Mixin Target target,
      @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who ends it.")
          String by,
      @Option(
              names = "--why",
              paramLabel = "TEXT",
              required = true,
              description = "Why; kept in the journal.")
          String why) {
    return send(target, "end-break", Json.object().put("by", by).put("why", why));
  }

  @Command(
      name = "end-wrap-up",
      mixinStandardHelpOptions = true,
      description = "End wrap-up before its limit.")
  int endWrapUp(@Mixin Target target) {
    return send(target, "end-wrap-up", Json.object());
  }

  @Command(
      name = "reject",
      mixinStandardHelpOptions = true,
      description = "Decline the call that rings; its caller goes to the next agent.")
  int reject(@Mixin Target target) {
    return send(target, "reject", Json.object());
  }

  private int send(Target target, String command, ObjectNode body) {
    String agent = URLEncoder.encode(target.agent, StandardCharsets.UTF_8).replace("+", "%20");
    try (TurnoClient client = target.access.connect(environment)) {
      JsonNode answer = client.post("/api/v1/agents/" + agent + "/" + command, body);
      spec.commandLine()
          .getOut()
          .println(
              target.json
                  ? Json.line(answer)
                  : "agent "
                      + target.agent
                      + ": "
                      + command
                      + " (journal entry "
                      + answer.path("seq").asText()
                      + ")");
      spec.commandLine().getOut().flush();
      return 0;
    }
  }
}
