package org.turno.server.app;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.turno.acd.engine.EngineClock;
import org.turno.acd.engine.InputSink;
import org.turno.acd.plan.FloorPlan;
import org.turno.pbx.PbxAdapter;
import org.turno.server.web.ReloadHandler;
import org.turno.server.web.WebOptions;

/**
 * What a server is made of.
 *
 * @param plan the configuration that the core starts with
 * @param journalDir made where it does not exist
 * @param clock what the core decides by
 * @param zone whose midnight begins a day
 * @param pbxs makes the adapters, not started yet
 * @param web where to listen and whom to let in
 * @param reload makes what POST /api/v1/reload does
 */
public record ServerSetup(
    FloorPlan plan,
    Path journalDir,
    EngineClock clock,
    ZoneId zone,
    PbxFactory pbxs,
    WebOptions web,
    Function<InputSink, ReloadHandler> reload) {

  /** Makes the adapters of a server. */
  @FunctionalInterface
  public interface PbxFactory {
    /**
     * Called once, when inputs can be handed in but nothing is decided yet.
     *
     * @return one adapter for each PBX, not started
     */
    List<PbxAdapter> make(Vertx vertx, InputSink inputs);
  }
}
