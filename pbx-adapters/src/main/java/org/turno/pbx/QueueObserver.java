package org.turno.pbx;

import org.turno.acd.engine.InputSink;
import org.turno.acd.plan.PbxId;

/**
 * Looks at the queues that a PBX has of its own, and touches nothing: it asks the PBX how they are
 * and listens. It submits {@code ObservedInput}s, an inventory before any other fact after each
 * connect and whenever what it told differs from what the PBX holds. Nothing of a caller but the
 * PBX's id of the call goes into an input.
 */
public interface QueueObserver extends AutoCloseable {
  /** Which PBX. */
  PbxId id();

  /** Begins to connect and returns at once. Called once. */
  void start(InputSink sink);

  /** What was counted so far. Safe for any thread. */
  ObserverFigures figures();

  /** Closes the link. Afterwards nothing is submitted. */
  @Override
  void close();
}
