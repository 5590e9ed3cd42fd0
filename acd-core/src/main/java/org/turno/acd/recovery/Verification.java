package org.turno.acd.recovery;

import java.util.Iterator;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.turno.acd.engine.AcdCore;
import org.turno.acd.engine.AcdState;
import org.turno.acd.engine.Entry;

/** Decides a journal's inputs again and compares: the same inputs must give the same decisions. */
public final class Verification {
  private Verification() {}

  /**
   * The first entry that would be decided otherwise.
   *
   * @param seq which
   * @param recorded what the journal says
   * @param decided what the core decides now
   */
  public record Difference(long seq, Entry recorded, Entry decided) {
    /** Where the two part, in words. */
    public String describe() {
      String where = firstDifference("event", recorded.events(), decided.events());
      if (where == null) {
        where = firstDifference("effect", recorded.effects(), decided.effects());
      }
      return "entry " + seq + ", " + recorded.input() + ": " + (where == null ? "equal" : where);
    }

    private static @Nullable String firstDifference(
        String what, List<? extends Object> was, List<? extends Object> now) {
      for (int i = 0; i < Math.max(was.size(), now.size()); i++) {
        Object a = i < was.size() ? was.get(i) : "nothing";
        Object b = i < now.size() ? now.get(i) : "nothing";
        if (!a.equals(b)) {
          return what + " " + (i + 1) + " was " + a + " and would be " + b;
        }
      }
      return null;
    }
  }

  /**
   * Decides all entries again.
   *
   * @param entries in order from seq 1
   * @param progress told each entry's seq
   * @return the first difference, or null where there is none
   */
  public static @Nullable Difference verify(Iterator<Entry> entries, LongConsumer progress) {
    return verify(new AcdState(), entries, progress);
  }

  /**
   * Decides later entries again.
   *
   * @param before the state before the first of them; changed
   * @param progress told each entry's seq
   * @return the first difference, or null where there is none
   */
  public static @Nullable Difference verify(
      AcdState before, Iterator<Entry> entries, LongConsumer progress) {
    AcdCore core = new AcdCore(before);
    while (entries.hasNext()) {
      Entry recorded = entries.next();
      Entry decided = core.decide(recorded.seq(), recorded.timeMs(), recorded.input());
      if (!decided.equals(recorded)) {
        return new Difference(recorded.seq(), recorded, decided);
      }
      progress.accept(recorded.seq());
    }
    return null;
  }
}
