package org.turno.load.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * Processor time and memory that decisions take: of the thread, so that neither a machine that does
 * other things as well nor what goes on between decisions is counted. Started and stopped outside
 * the time that is sampled. One thread.
 */
final class Meter {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int CALIBRATIONS = 20_000;

  private static long cpuNs;
  private static long bytes;
  private static long count;
  private static long startCpuNs;
  private static long startBytes;

  private Meter() {}

  static void start() {
    startBytes = THREADS.getCurrentThreadAllocatedBytes();
    startCpuNs = THREADS.getCurrentThreadCpuTime();
  }

  static void stop() {
    cpuNs += THREADS.getCurrentThreadCpuTime() - startCpuNs;
    bytes += THREADS.getCurrentThreadAllocatedBytes() - startBytes;
    count++;
  }

  static void reset() {
    cpuNs = 0;
    bytes = 0;
    count = 0;
  }

  /** Mean since the reset, nanoseconds, without what metering takes itself. */
  static double meanCpuNs() {
    double whole = (double) cpuNs / count;
    reset();
    for (int i = 0; i < CALIBRATIONS; i++) {
      start();
      stop();
    }
    return Math.max(0, whole - (double) cpuNs / count);
  }

  /** Mean since the reset. */
  static double meanBytes() {
    return (double) bytes / count;
  }
}
