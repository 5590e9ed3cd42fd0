package org.turno.load.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code turno lab up} leaves behind for the other commands.
 *
 * @param portBase the first port of its block
 * @param agents how many agents are signed in
 * @param processes what it started, in the order in which it is stopped
 */
record LabState(int portBase, int agents, List<Entry> processes) {
  private static final ObjectMapper JSON = new ObjectMapper();

  LabState {
    processes = List.copyOf(processes);
  }

  /**
   * One process.
   *
   * @param name what it is
   * @param startedMs when the system says it began, epoch milliseconds; tells it from a later one
   *     with its number
   */
  record Entry(String name, long pid, long startedMs) {
    static Entry of(String name, LabProcess process) {
      return new Entry(
          name, process.pid(), ProcessHandle.of(process.pid()).map(LabState::startedMs).orElse(0L));
    }

    /** The process, if it still runs. */
    Optional<ProcessHandle> handle() {
      return ProcessHandle.of(pid)
          .filter(LabProcess::alive)
          .filter(handle -> LabState.startedMs(handle) == startedMs);
    }
  }

  private static long startedMs(ProcessHandle handle) {
    return handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  static Path file(Path folder) {
    return folder.resolve("lab.json");
  }

  void write(Path folder) {
    ObjectNode json = JSON.createObjectNode().put("port_base", portBase).put("agents", agents);
    ArrayNode list = json.putArray("processes");
    for (Entry entry : processes) {
      list.addObject()
          .put("name", entry.name)
          .put("pid", entry.pid)
          .put("started_ms", entry.startedMs);
    }
    try {
      Files.writeString(file(folder), json.toPrettyString() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Optional<LabState> read(Path folder) {
    if (!Files.exists(file(folder))) {
      return Optional.empty();
    }
    try {
      JsonNode json = JSON.readTree(file(folder).toFile());
      List<Entry> entries = new ArrayList<>();
      for (JsonNode entry : json.path("processes")) {
        entries.add(
            new Entry(
                entry.path("name").asText(),
                entry.path("pid").asLong(),
                entry.path("started_ms").asLong()));
      }
      return Optional.of(
          new LabState(json.path("port_base").asInt(), json.path("agents").asInt(), entries));
    } catch (IOException e) {
      throw new LabException(
          file(folder) + " cannot be read (" + e.getMessage() + "): stop what runs, then remove it",
          e);
    }
  }

  /** Whether everything that was started still runs. */
  boolean whole() {
    return processes.stream().allMatch(entry -> entry.handle().isPresent());
  }
}
