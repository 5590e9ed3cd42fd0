package org.turno.server.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.turno.server.config.ConfigReader;
import org.turno.server.config.ConfigReading;
import org.turno.server.config.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says everything that is wrong with a configuration file, or what it configures. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Read a configuration file and report every problem with its line, column and remedy.",
      "Prints what is configured when there is no error. Changes nothing."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:no error (there may be warnings)", "1:at least one error", "2:wrong usage"},
    footerHeading = "%nExamples:%n",
    footer = {
      "  turno check /etc/turno/turno.yaml",
      "  turno check --no-secrets --json turno.yaml"
    })
final class CheckCommand implements Callable<Integer> {
  private final Map<String, String> environment;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The configuration file.")
  private Path file;

  @Option(names = "--json", description = "Print one JSON object instead of text.")
  private boolean json;

  @Option(
      names = "--no-secrets",
      description = "Do not look for password files and variables: to check the file elsewhere.")
  private boolean noSecrets;

  CheckCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    ConfigReading reading =
        noSecrets
            ? ConfigReader.readWithoutSecrets(file, environment)
            : ConfigReader.read(file, environment);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.line(toJson(reading)));
    } else {
      reading.problems().forEach(out::println);
      String verdict = file + ": " + counts(reading);
      reading
          .config()
          .ifPresentOrElse(
              config -> {
                out.println(verdict);
                new ConfigSummary(config).print(out);
              },
              () -> out.println(verdict + ": Turno would not take this file"));
    }
    out.flush();
    return reading.config().isPresent() ? 0 : 1;
  }

  private ObjectNode toJson(ConfigReading reading) {
    ObjectNode answer = Json.object();
    answer.put("file", file.toString());
    answer.put("ok", reading.config().isPresent());
    answer.put("errors", errors(reading));
    answer.put("warnings", reading.problems().size() - errors(reading));
    ArrayNode problems = answer.putArray("problems");
    for (Problem problem : reading.problems()) {
      problems
          .addObject()
          .put("severity", problem.severity().name().toLowerCase(Locale.ROOT))
          .put("line", problem.line())
          .put("column", problem.column())
          .put("what", problem.what())
          .put("remedy", problem.remedy());
    }
    reading
        .config()
        .ifPresent(config -> answer.set("configured", new ConfigSummary(config).toJson()));
    return answer;
  }

  private static String counts(ConfigReading reading) {
    long errors = errors(reading);
    long warnings = reading.problems().size() - errors;
    return ConfigSummary.counted(errors, "error")
        + ", "
        + ConfigSummary.counted(warnings, "warning");
  }

  private static long errors(ConfigReading reading) {
    return reading.problems().stream().filter(Problem::isError).count();
  }
}
