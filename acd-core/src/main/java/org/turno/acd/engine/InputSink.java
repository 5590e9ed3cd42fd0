package org.turno.acd.engine;

import java.util.concurrent.CompletionStage;
import org.turno.acd.input.Input;

/** Where everybody hands in inputs. Safe for any thread. */
public interface InputSink {
  /**
   * Hands in a fact. Never blocks.
   *
   * @return false when the inbox is full: the caller must stop reading from its source and submit
   *     an inventory later
   */
  boolean offer(Input input);

  /**
   * Hands in a wish and tells what became of it, after its entry is in the journal. Fails with
   * {@link InboxFullException} when the inbox is full, with {@link HaltedException} when Turno has
   * stopped deciding. Completes on the Sequencer's thread: do nothing slow there.
   */
  CompletionStage<Entry> submit(Input input);

  /**
   * Whether decisions are being made. An adapter re-arms the dead man's switch only while this
   * holds: a core that has stopped must not keep callers.
   */
  boolean deciding();
}
