package org.turno.server.web;

import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.turno.acd.engine.EngineClock;
import org.turno.acd.engine.InputSink;
import org.turno.acd.estimate.Outlook;
import org.turno.stats.FiguresPublisher;
import org.turno.stats.metrics.TurnoMetrics;

/**
 * What the server shows and whom it tells.
 *
 * @param figures what screens show
 * @param metrics what Prometheus reads; the observer of the same figures
 * @param inputs where agents' commands go
 * @param outlooks how long those who wait will wait, taken when asked
 * @param reload what POST /api/v1/reload does
 * @param readiness reasons of other parts; the server adds those of figures and inputs
 * @param clock the time that entries are stamped with, for waits that are going on
 */
public record WebParts(
    FiguresPublisher figures,
    TurnoMetrics metrics,
    InputSink inputs,
    Supplier<CompletionStage<Outlook>> outlooks,
    ReloadHandler reload,
    Readiness readiness,
    EngineClock clock) {}
