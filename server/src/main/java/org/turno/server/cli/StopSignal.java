package org.turno.server.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C (SIGINT) and SIGTERM as a wish that a command can wait for. The process ends when the
 * command has closed this, or after a while without it.
 */
final class StopSignal implements AutoCloseable {
  private static final long PATIENCE_S = 30;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::waitForCommand, "stop-signal");

  private StopSignal() {}

  static StopSignal install() {
    StopSignal signal = new StopSignal();
    Runtime.getRuntime().addShutdownHook(signal.hook);
    return signal;
  }

  private void waitForCommand() {
    asked.countDown();
    try {
      if (!done.await(PATIENCE_S, TimeUnit.SECONDS)) {
        System.err.println("turno: it does not end in order; ending it");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the waiting as a signal would. Safe for any thread. */
  void ask() {
    asked.countDown();
  }

  /** True when the command is to end, false when the time is over. */
  boolean await(long millis) {
    try {
      return asked.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void close() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already, so the hook runs and has just been let go.
      return;
    }
  }
}
