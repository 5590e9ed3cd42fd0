package org.turno.load.suite;

/** Processes that must not outlive this one. */
final class Children {

  private Children() {}

  /** Ends the process and everything that it started when this program ends, however it ends. */
  static void endWithUs(Process process) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  process.descendants().forEach(ProcessHandle::destroy);
                  process.destroy();
                },
                "end-" + process.pid()));
  }
}
