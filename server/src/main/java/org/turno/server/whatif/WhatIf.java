package org.turno.server.whatif;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.turno.acd.engine.AcdState;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.JournalException;
import org.turno.acd.journal.JournalDays;
import org.turno.acd.journal.JournalReader;
import org.turno.acd.journal.JournalStat;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.LineId;
import org.turno.acd.recovery.Recovery;

/**
 * One recorded day three times: as it was, lived again as it was configured, which shows how good
 * the model is, and lived again under another configuration.
 *
 * @param day which day
 * @param recorded what the journal says
 * @param again the model of the same configuration
 * @param otherwise the model of the other one
 * @param skipped callers left out because the other configuration lacks their line
 * @param missingLines those lines
 */
public record WhatIf(
    LocalDate day,
    DayLived recorded,
    DayLived again,
    DayLived otherwise,
    long skipped,
    Set<LineId> missingLines) {

  /**
   * Reads and lives.
   *
   * @param day null for the day of the journal's last entry
   * @param reading told each entry that is read
   * @param living told the part of each of the two days that is over, under its name
   * @throws JournalException when there is no journal, or nothing of that day in it
   */
  public static WhatIf of(
      Path folder,
      @Nullable LocalDate day,
      ZoneId zone,
      FloorPlan other,
      Consumer<Entry> reading,
      Progress living) {
    LocalDate which = day == null ? RecordedDay.dayOf(JournalStat.lastTimeMs(folder), zone) : day;
    long endMs = which.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
    long firstSeq = Math.max(1, JournalDays.of(folder).firstSeq());
    AcdState before = Recovery.upTo(folder, firstSeq - 1).state();
    DayLived recorded = new DayLived(zone, endMs);
    RecordedDay record;
    try (JournalReader reader = JournalReader.open(folder, firstSeq)) {
      record = RecordedDay.read(which, zone, before, reader, reading, recorded::apply);
    }
    recorded.ends();
    if (record.calls().isEmpty()) {
      throw new JournalException(
          "the journal in " + folder + " holds no call of " + which + ": choose another --day");
    }
    DayLived again = new DayLived(zone, endMs);
    new LivedAgain(record, record.plan(), again).live(living.of("as configured"));
    DayLived otherwise = new DayLived(zone, endMs);
    LivedAgain last = new LivedAgain(record, other, otherwise);
    last.live(living.of("otherwise"));
    return new WhatIf(which, recorded, again, otherwise, last.skipped(), last.missingLines());
  }

  /** Shows how far a day has been lived. */
  @FunctionalInterface
  public interface Progress {
    /** Where the progress of one of the days goes. */
    DoubleConsumer of(String name);
  }
}
