package org.turno.acd.journal;

/** How safe an entry is when its effects leave. */
public enum Sync {
  /** It outlives the process, however that ends; a failure of the machine may take the newest. */
  NONE(1),
  /** It outlives the machine. Entries that wait together are forced to the disk together. */
  BATCH(256),
  /** It outlives the machine, before the next input is even looked at. */
  ALWAYS(1);

  private final int batch;

  Sync(int batch) {
    this.batch = batch;
  }

  /** How many entries may be forced to the disk together. */
  int batch() {
    return batch;
  }
}
