package org.turno.pbx.asterisk;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Warnings about what a PBX may send by the thousand: one a minute. Not safe for several threads.
 */
final class RateLimitedLog {
  private static final long INTERVAL_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final Logger log;
  private boolean logged;
  private long lastNanos;
  private long suppressed;

  RateLimitedLog(Logger log) {
    this.log = log;
  }

  void warn(String message) {
    long now = System.nanoTime();
    if (logged && now - lastNanos < INTERVAL_NANOS) {
      suppressed++;
      return;
    }
    log.warn("{} ({} more warnings were left out)", message, suppressed);
    logged = true;
    lastNanos = now;
    suppressed = 0;
  }

  /** A name that came from outside, fit for a log: letters only, and not many. */
  static String word(@Nullable String name) {
    String letters = name == null ? "" : name.replaceAll("[^A-Za-z]", "");
    return letters.isEmpty()
        ? "without a name"
        : letters.substring(0, Math.min(40, letters.length()));
  }
}
