package org.turno.acd.journal;

import java.nio.file.Path;

/**
 * Where a journal can no longer be read through, and what lies behind that.
 *
 * @param file the file with the first damage
 * @param day that file's day
 * @param what is wrong, and at which index of the file
 * @param lastGoodSeq the last entry before it; 0 where there is none
 * @param lastGoodTimeMs its time, epoch milliseconds
 * @param unreadable documents that cannot be read
 * @param foreign how many of them are whole all the same: another Turno wrote them
 * @param readable entries behind the damage that can be read
 * @param firstSeqBehind the first of them; 0 where there is none
 * @param lastSeqBehind the last of them
 * @param firstTimeMsBehind the time of the first, epoch milliseconds
 * @param lastTimeMsBehind the time of the last
 * @param arrivals contacts that arrived in them
 * @param endings contacts that ended in them
 */
public record Damage(
    Path file,
    int day,
    String what,
    long lastGoodSeq,
    long lastGoodTimeMs,
    long unreadable,
    long foreign,
    long readable,
    long firstSeqBehind,
    long lastSeqBehind,
    long firstTimeMsBehind,
    long lastTimeMsBehind,
    long arrivals,
    long endings) {
  /** The most that an end torn by a failure of the machine is taken to be, in documents. */
  static final int TORN_DOCUMENTS = 16;

  /** Whether it is no more than the torn end of what was being written. */
  boolean tornEnd() {
    return readable == 0 && foreign == 0 && unreadable <= TORN_DOCUMENTS;
  }
}
