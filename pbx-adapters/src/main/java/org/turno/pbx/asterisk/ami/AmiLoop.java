package org.turno.pbx.asterisk.ami;

import java.io.IOException;
import java.util.function.Supplier;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turno.pbx.link.Backoff;

/** Keeps one connection to a manager interface, on a thread of its own. */
final class AmiLoop implements AutoCloseable {
  /** One connection, from login to loss. */
  interface Visit {
    void login() throws IOException, TimeoutException, AuthenticationFailedException;

    /** Returns or throws when the connection is lost. */
    void stay() throws InterruptedException, IOException, TimeoutException;

    /** Whatever came before it. */
    void end();
  }

  private static final Logger LOG = LoggerFactory.getLogger(AmiLoop.class);
  private static final long CLOSE_MS = 3_000;

  private final AmiAddress address;
  private final String watched;
  private final String without;
  private final Supplier<Visit> visits;
  private final Backoff backoff = new Backoff(200, 5_000, System.nanoTime());
  private final Thread thread;
  private volatile boolean closed;
  private boolean announcedDown;

  /**
   * Does nothing until {@link #start}.
   *
   * @param watched what the log says that it watches
   * @param without what the log says that holds while there is no connection
   */
  AmiLoop(
      AmiAddress address, String thread, String watched, String without, Supplier<Visit> visits) {
    this.address = address;
    this.watched = watched;
    this.without = without;
    this.visits = visits;
    this.thread = Thread.ofPlatform().name(thread).daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  boolean closed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join(CLOSE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!closed) {
      try {
        visitOnce();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** One connection and the pause after it. */
  private void visitOnce() throws InterruptedException {
    Visit visit = visits.get();
    String reason;
    try {
      visit.login();
      announcedDown = false;
      backoff.reset();
      LOG.info("{}: watching {}", address, watched);
      visit.stay();
      reason = "connection lost";
    } catch (AuthenticationFailedException e) {
      reason = "login refused: check user and secret against manager.conf";
    } catch (IOException | TimeoutException | IllegalStateException e) {
      reason = String.valueOf(e.getMessage());
    } finally {
      visit.end();
    }
    if (!announcedDown && !closed) {
      announcedDown = true;
      LOG.warn("{}: {}; {}; will keep trying", address, reason, without);
    }
    Thread.sleep(backoff.nextMs());
  }
}
