package org.turno.server.web;

import java.util.concurrent.CompletionStage;

/** Reads the configuration again. Must not block: called on an event loop. */
@FunctionalInterface
public interface ReloadHandler {
  /** Completes when the new configuration is in force or has been refused. */
  CompletionStage<ReloadResult> reload();
}
