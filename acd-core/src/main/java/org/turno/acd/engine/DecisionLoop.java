package org.turno.acd.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turno.acd.effect.Effect;
import org.turno.acd.estimate.Outlook;
import org.turno.acd.event.TimerId;
import org.turno.acd.input.Input;
import org.turno.acd.input.TimerExpired;

/**
 * One step of the engine: stamp, decide, append, and only then act. The Sequencer takes these steps
 * in real time; a simulation takes the same ones in its own time. One thread.
 */
public final class DecisionLoop {
  private final AcdCore core;
  private final Journal journal;
  private final EffectDispatcher dispatcher;

  /** Decides on the core's state, which must be the journal's. */
  public DecisionLoop(AcdCore core, Journal journal, EffectDispatcher dispatcher) {
    this.core = core;
    this.journal = journal;
    this.dispatcher = dispatcher;
  }

  /**
   * Takes one input through.
   *
   * @param wallMs what the clock says, epoch milliseconds; a clock that went back is not followed
   * @throws JournalException when the entry cannot be written; nothing was dispatched, and the
   *     state is ahead of the journal: this loop must not be used any more
   */
  public Entry process(Input input, long wallMs) {
    Entry entry = decide(input, wallMs);
    release(List.of(entry));
    return entry;
  }

  /** The first half of {@link #process}: decides and appends; nothing leaves yet. */
  Entry decide(Input input, long wallMs) {
    AcdState state = core.state();
    Entry entry = core.decide(state.seq() + 1, Math.max(state.timeMs(), wallMs), input);
    journal.append(entry);
    return entry;
  }

  /** The second half: makes entries as safe as the journal promises and lets their effects go. */
  void release(List<Entry> entries) {
    journal.commit();
    for (Entry entry : entries) {
      for (Effect effect : entry.effects()) {
        dispatcher.dispatch(effect);
      }
    }
  }

  /** How many entries may be released together. */
  int batch() {
    return journal.batch();
  }

  /** Whether the journal can take more. */
  boolean hasRoom() {
    return journal.hasRoom();
  }

  /** The next timer that is due, as an input; null when none is. */
  public @Nullable Input due(long wallMs) {
    Long deadlineMs = core.state().nextDeadlineMs();
    TimerId timer = core.state().nextTimer();
    if (deadlineMs == null || timer == null) {
      return null;
    }
    boolean due = deadlineMs <= Math.max(core.state().timeMs(), wallMs);
    return due ? new TimerExpired(timer, deadlineMs) : null;
  }

  /** How long those who wait will wait, as of now. */
  Outlook outlook(long wallMs) {
    return core.state().outlook(Math.max(core.state().timeMs(), wallMs));
  }

  /** The state decided on. */
  public AcdState state() {
    return core.state();
  }
}
