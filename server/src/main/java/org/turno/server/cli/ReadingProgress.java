package org.turno.server.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Consumer;
import org.turno.acd.engine.Entry;
import picocli.CommandLine.Help.Ansi;

/** Shows on a terminal how far a journal has been read; elsewhere it is silent. */
final class ReadingProgress implements Consumer<Entry>, AutoCloseable {
  private static final long LOOK_EVERY_ENTRIES = 1_000;
  private static final long SHOW_EVERY_NANOS = 250_000_000;

  private final PrintWriter err;
  private final String words;
  private final long lastSeq;
  private final boolean terminal;
  private long shownNanos = System.nanoTime();
  private int width;

  /**
   * Nothing is shown yet.
   *
   * @param words stand before the percentage
   * @param lastSeq the last entry's number
   */
  ReadingProgress(PrintWriter err, String words, long lastSeq) {
    this.err = err;
    this.words = words;
    this.lastSeq = lastSeq;
    terminal = Ansi.AUTO.enabled();
  }

  @Override
  public void accept(Entry entry) {
    if (terminal && entry.seq() % LOOK_EVERY_ENTRIES == 0) {
      long nanos = System.nanoTime();
      if (nanos - shownNanos > SHOW_EVERY_NANOS) {
        shownNanos = nanos;
        String line =
            String.format(Locale.ROOT, "%s %d%%", words, entry.seq() * 100 / Math.max(1, lastSeq));
        width = line.length();
        err.print("\r" + line);
        err.flush();
      }
    }
  }

  /** Wipes the line. */
  @Override
  public void close() {
    if (width > 0) {
      err.print("\r" + " ".repeat(width) + "\r");
      err.flush();
    }
  }
}
