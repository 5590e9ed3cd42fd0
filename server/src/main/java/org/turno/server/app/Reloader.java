package org.turno.server.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.InputSink;
import org.turno.acd.input.AdminInput;
import org.turno.acd.plan.FloorPlan;
import org.turno.server.config.ConfigChanges;
import org.turno.server.config.ConfigReader;
import org.turno.server.config.ConfigReading;
import org.turno.server.config.Problem;
import org.turno.server.config.TurnoConfig;
import org.turno.server.hours.Opening;
import org.turno.server.web.ReloadHandler;
import org.turno.server.web.ReloadResult;

/**
 * Puts a changed configuration file in force without a restart: reads, checks, compares, hands in.
 * A broken file changes nothing. Safe for any thread; one reload runs after the other.
 */
final class Reloader implements ReloadHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Reloader.class);

  private final TurnoConfig started;
  private final Map<String, String> environment;
  private final InputSink inputs;
  private final Consumer<FloorPlan> inForce;
  private final Consumer<List<Opening>> hours;
  private FloorPlan plan;
  private List<Opening> openings;

  /**
   * Reloads the file that a configuration came from.
   *
   * @param started what Turno was started with
   * @param inForce told of each configuration that is in force
   * @param hours likewise of its opening hours
   */
  Reloader(
      TurnoConfig started,
      Map<String, String> environment,
      InputSink inputs,
      Consumer<FloorPlan> inForce,
      Consumer<List<Opening>> hours) {
    this.hours = hours;
    this.started = started;
    this.environment = environment;
    this.inputs = inputs;
    this.inForce = inForce;
    this.plan = started.plan();
    this.openings = started.openings();
  }

  @Override
  public CompletionStage<ReloadResult> reload() {
    return CompletableFuture.supplyAsync(this::readAndApply, Thread::startVirtualThread);
  }

  private synchronized ReloadResult readAndApply() {
    ConfigReading reading = ConfigReader.read(started.file(), environment);
    for (Problem problem : reading.problems()) {
      if (problem.isError()) {
        LOG.error("{}", problem);
      } else {
        LOG.warn("{}", problem);
      }
    }
    if (reading.config().isEmpty()) {
      LOG.error("{} is not taken: nothing has changed", started.file());
      return new ReloadResult.Refused(reading.problems().stream().map(Problem::toString).toList());
    }
    return apply(reading.config().get());
  }

  private ReloadResult apply(TurnoConfig becomes) {
    List<String> changes = new ArrayList<>(ConfigChanges.ofPlan(plan, becomes.plan()));
    if (!openings.equals(becomes.openings())) {
      changes.add("opening hours changed");
    }
    List<String> later = ConfigChanges.needingRestart(started, becomes);
    Entry entry =
        inputs.submit(new AdminInput.PlanLoaded(becomes.plan())).toCompletableFuture().join();
    plan = becomes.plan();
    inForce.accept(plan);
    openings = becomes.openings();
    hours.accept(openings);
    LOG.info(
        "{} is in force as of entry {}: {}",
        started.file(),
        entry.seq(),
        changes.isEmpty() ? "nothing changed" : String.join(", ", changes));
    if (!later.isEmpty()) {
      LOG.warn("These changes wait for a restart: {}", String.join(", ", later));
    }
    return new ReloadResult.Applied(entry.seq(), changes, later);
  }
}
