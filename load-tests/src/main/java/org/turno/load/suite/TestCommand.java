package org.turno.load.suite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/**
 * {@code turno test}: builds with all checks and runs the tests.
 *
 * <p>Exit codes: 0 all passed, 1 something failed or, under {@code --strict}, did not run.
 */
@Command(
    name = "test",
    description = {
      "Build with all checks and run the tests: unit, simulation, theory, browser, asterisk,",
      "freeswitch. Installs what they need (Chromium, SIPp, tshark, Asterisk) where it is root and has apt;"
          + " otherwise says at the end which parts it left out, and why.",
      "freeswitch runs against one that is there: TURNO_FREESWITCH=HOST:PORT:PASSWORD."
    },
    mixinStandardHelpOptions = true)
public final class TestCommand implements Callable<Integer> {

  private static final List<String> AT_NIGHT =
      List.of("-Dturno.seeds=10000", "-Dturno.theory.replications=400");

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "PART",
      converter = PartConverter.class,
      description =
          "Run these parts alone: unit, simulation, theory, browser, asterisk, freeswitch.")
  private List<Part> only = List.of(Part.values());

  @Option(
      names = "--night",
      description = {
        "At length: 10,000 simulated days instead of 1,000, and queueing theory's figures over 400",
        "replications."
      })
  private boolean night;

  @Option(names = "--strict", description = "Fail when a part was left out or a test skipped.")
  private boolean strict;

  @Option(names = "--json", description = "Print one JSON object as the last line.")
  private boolean json;

  @Override
  public Integer call() {
    long startedNs = System.nanoTime();
    Path root = Path.of(fromLauncher("TURNO_HOME"));
    Provision provision = new Provision(root, System.out);
    Map<Part, String> leftOut = new EnumMap<>(Part.class);
    List<Part> parts = new ArrayList<>();
    List<String> options = new ArrayList<>(night ? AT_NIGHT : List.of());
    for (Part part : Part.values()) {
      if (!only.contains(part)) {
        continue;
      }
      switch (provision.provide(part)) {
        case Need.Met met -> {
          parts.add(part);
          options.addAll(met.mavenOptions());
        }
        case Need.Missing missing -> leftOut.put(part, missing.why());
      }
    }
    Reports reports = new Reports(root);
    reports.clear();
    MavenRun maven = new MavenRun(root, fromLauncher("TURNO_MAVEN"));
    List<String> problems = maven.run(parts, options, new MavenProgress(System.out));
    List<PartResult> results = new ArrayList<>();
    for (Part part : parts) {
      PartResult result = reports.read(part);
      if (result.run() == 0 && result.skipped().isEmpty()) {
        leftOut.put(part, problems.isEmpty() ? "it has no test" : "the build failed before it");
      } else {
        results.add(result);
      }
    }
    double seconds = (System.nanoTime() - startedNs) / 1e9;
    Summary summary = new Summary(results, leftOut, problems, seconds);
    summary.print(System.out, maven.log().toString());
    System.out.println(
        json ? summary.json() : summary.passed() + " passed, " + summary.failed() + " failed");
    return summary.failed() > 0 || (strict && !summary.complete()) ? 1 : 0;
  }

  private static String fromLauncher(String variable) {
    String value = System.getenv(variable);
    if (value == null || value.isEmpty()) {
      throw new IllegalStateException(variable + " is not set: start this by ./turno test");
    }
    return value;
  }

  /** Reads a part by its label. */
  static final class PartConverter implements ITypeConverter<Part> {
    @Override
    public Part convert(String value) {
      for (Part part : Part.values()) {
        if (part.label().equals(value.toLowerCase(Locale.ROOT))) {
          return part;
        }
      }
      throw new TypeConversionException(
          "say unit, simulation, theory, browser, asterisk or freeswitch");
    }
  }
}
