package org.turno.acd.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.wire.DocumentContext;

/** Another process that works on a journal, and the handle that a test has on it. */
final class JournalChild implements AutoCloseable {
  /** What the other process does. */
  enum Job {
    /** Appends small entries without end and says each one's seq after its append. */
    APPEND,
    /** Opens the journal, says so and waits. */
    HOLD,
    /** Begins a document, says so and waits. */
    BEGIN_A_DOCUMENT
  }

  private final Process process;
  private final BufferedReader said;

  private JournalChild(Process process) {
    this.process = process;
    said = process.inputReader(StandardCharsets.UTF_8);
  }

  static JournalChild start(Job job, Path folder) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.add("@" + Path.of(System.getProperty("turno.root"), "deploy", "java.options"));
    command.add("-cp");
    String classPath = System.getProperty("java.class.path");
    command.add(System.getProperty("surefire.test.class.path", classPath));
    command.add(JournalChild.class.getName());
    command.add(job.name());
    command.add(folder.toString());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    return new JournalChild(builder.start());
  }

  /** The next line that it says; waits for it. */
  String line() throws IOException {
    return Objects.requireNonNull(said.readLine(), "the other process ended");
  }

  long pid() {
    return process.pid();
  }

  /** Kills it as {@code kill -9} does and gives the last whole line that it said. */
  String kill(String lastLine) throws IOException, InterruptedException {
    // Not by the process itself: that would throw away what it has said.
    process.toHandle().destroyForcibly();
    process.waitFor();
    String last = lastLine;
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      // A line without its end was cut by the kill.
      last = line.endsWith(".") ? line : last;
    }
    return last;
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    said.close();
  }

  /** The other process itself. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[1]);
    switch (Job.valueOf(args[0])) {
      case APPEND -> append(folder);
      case HOLD -> hold(folder);
      case BEGIN_A_DOCUMENT -> begin(folder);
    }
  }

  private static void append(Path folder) {
    try (ChronicleJournal journal = ChronicleJournal.open(folder, Sync.NONE)) {
      for (long seq = journal.lastSeq() + 1; seq < Long.MAX_VALUE; seq++) {
        journal.append(Entries.small(seq));
        say(seq + ".");
      }
    }
  }

  private static void hold(Path folder) throws IOException {
    try (ChronicleJournal journal = ChronicleJournal.open(folder, Sync.NONE)) {
      say("open at " + journal.lastSeq() + ".");
      waitForEver();
    }
  }

  private static void begin(Path folder) throws IOException {
    try (SingleChronicleQueue queue =
            JournalFolder.queue(folder).timeProvider(() -> Entries.START_MS).build();
        DocumentContext context = queue.createAppender().writingDocument()) {
      Objects.requireNonNull(context.wire()).bytes().writeUtf8("{\"v\":1,\"seq\":half");
      say("begun.");
      waitForEver();
    }
  }

  private static void waitForEver() throws IOException {
    if (System.in.read() != -1) {
      throw new IllegalStateException("nobody writes to this process");
    }
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
