package org.turno.server.cli;

import sun.misc.Signal;

/**
 * SIGHUP, by which daemons are told to read their configuration again. Java has no other way to see
 * it than this class of jdk.unsupported.
 */
final class ReloadSignal {
  private ReloadSignal() {}

  /** Runs the action at each SIGHUP, on a thread of the JVM; without it SIGHUP ends the process. */
  static void onHangup(Runnable action) {
    Signal.handle(new Signal("HUP"), signal -> action.run());
  }
}
