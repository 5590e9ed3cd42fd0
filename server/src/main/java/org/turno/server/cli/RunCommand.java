package org.turno.server.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turno.server.app.ServerSetup;
import org.turno.server.app.TurnoServer;
import org.turno.server.config.ConfigReader;
import org.turno.server.config.ConfigReading;
import org.turno.server.config.ObserverConfig;
import org.turno.server.config.PbxConfig;
import org.turno.server.config.TurnoConfig;
import org.turno.server.web.ReloadResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Turno in service. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Run Turno beside the PBXs of a configuration file, until SIGTERM or Ctrl-C.",
      "Stopping leaves every call on its PBX; starting again recovers from the journal.",
      "SIGHUP reads the file again without losing a call."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:never: it runs until a signal ends it",
      "1:it could not start, or it stopped deciding; the last lines say why",
      "2:wrong usage",
      "130, 143:ended in order by Ctrl-C, by SIGTERM"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  turno run --config /etc/turno/turno.yaml",
      "  turno run --config turno.yaml --log debug",
      "  turno run --config turno.yaml --shadow tomorrow.yaml"
    })
final class RunCommand implements Callable<Integer> {
  private static final long LOOK_AGAIN_MS = 3_600_000;

  private final Map<String, String> environment;

  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      required = true,
      description = "The configuration file, see CONFIGURATION.md.")
  private Path file;

  @Option(
      names = "--shadow",
      paramLabel = "FILE",
      description = {
        "Another configuration that looks on: at each decision the log tells where it would have"
            + " decided otherwise, and each minute how often. It steers nothing and sends nothing;"
            + " its passwords are not read."
      })
  private Optional<Path> shadow = Optional.empty();

  @Mixin private LogLevel log;

  RunCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    log.apply(LogLevel.Level.INFO, environment);
    TurnoConfig config = read();
    Logger logger = LoggerFactory.getLogger(RunCommand.class);
    // From the first moment, since an unexpected SIGHUP ends a process.
    AtomicReference<@Nullable TurnoServer> running = new AtomicReference<>();
    ReloadSignal.onHangup(() -> reload(running.get(), logger));
    try (StopSignal stop = StopSignal.install();
        TurnoServer server = start(config)) {
      running.set(server);
      sayWhereThingsAre(config, server, logger);
      CompletableFuture<Void> _ = server.halted().thenRun(stop::ask);
      while (!stop.await(LOOK_AGAIN_MS)) {
        logger.info("{} entries in the journal", server.journalEntries());
      }
      logger.info("Stopping; calls stay on their PBXs");
      return server.halted().isDone() ? 1 : 0;
    }
  }

  private TurnoConfig read() {
    ConfigReading reading = ConfigReader.read(file, environment);
    PrintWriter err = spec.commandLine().getErr();
    reading.problems().forEach(err::println);
    err.flush();
    TurnoConfig config =
        reading
            .config()
            .orElseThrow(() -> new CommandFailure("not started: correct the errors above"));
    if (!config.http().hasCredentials()) {
      Path token = Path.of("api.token");
      Path folder = file.toAbsolutePath().getParent();
      throw new CommandFailure(
          "not started: without an API token or users anybody on this machine could steer calls. Make one:"
              + " (umask 077; openssl rand -hex 32 > "
              + (folder == null ? token : folder.resolve(token))
              + ") and write under http: token_file: "
              + token);
    }
    return config;
  }

  private TurnoServer start(TurnoConfig config) {
    try {
      ServerSetup setup = ServerSetup.of(config, environment);
      return TurnoServer.start(shadow.isPresent() ? setup.with(shadowPlan(shadow.get())) : setup);
    } catch (IllegalStateException e) {
      throw new CommandFailure("not started: " + e.getMessage(), e);
    }
  }

  private ServerSetup.ShadowPlan shadowPlan(Path other) {
    ConfigReading reading = ConfigReader.readWithoutSecrets(other, environment);
    PrintWriter err = spec.commandLine().getErr();
    reading.problems().forEach(err::println);
    err.flush();
    TurnoConfig config =
        reading
            .config()
            .orElseThrow(() -> new CommandFailure("not started: correct the errors of " + other));
    return new ServerSetup.ShadowPlan(String.valueOf(other.getFileName()), config.plan());
  }

  private static void sayWhereThingsAre(TurnoConfig config, TurnoServer server, Logger logger) {
    String address = "http://" + config.http().host() + ":" + server.port();
    logger.info("Configuration {}", config.file());
    logger.info("Journal       {}", config.journal().dir());
    for (PbxConfig pbx : config.pbxs()) {
      logger.info("PBX {}: {}", pbx.id(), pbx.summary());
    }
    for (ObserverConfig pbx : config.observers()) {
      logger.info(
          "PBX {}: looking at its own queues, AMI {}:{}",
          pbx.id(),
          pbx.ami().host(),
          pbx.ami().port());
    }
    logger.info("Wallboard     {}/", address);
    logger.info("API           {}/api/v1/queues", address);
    logger.info("Health        {}/health/ready", address);
  }

  private static void reload(@Nullable TurnoServer server, Logger logger) {
    if (server == null) {
      logger.warn("SIGHUP while Turno starts: send it again when it has started");
      return;
    }
    CompletionStage<ReloadResult> _ =
        server
            .reload()
            .whenComplete(
                (result, failure) -> {
                  if (failure != null) {
                    logger.error("The reload failed; nothing has changed", failure);
                  }
                });
  }
}
