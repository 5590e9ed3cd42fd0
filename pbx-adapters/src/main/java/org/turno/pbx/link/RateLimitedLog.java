package org.turno.pbx.link;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;

/**
 * Warnings about what a PBX may send by the thousand: one a minute. Not safe for several threads.
 */
public final class RateLimitedLog {
  private static final long INTERVAL_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final Logger log;
  private boolean logged;
  private long lastNanos;
  private long suppressed;

  /** Writes to a log. */
  public RateLimitedLog(Logger log) {
    this.log = log;
  }

  /** Writes, or counts what it leaves out. */
  public void warn(String message) {
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
}
