package org.turno.load.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code turno lab} as people use it. */
@Tag("asterisk")
@Timeout(300)
class LabCommandTest {
  @TempDir private Path folder;
  private final StringWriter printed = new StringWriter();

  @BeforeEach
  void aLabOfItsOwn() {
    System.setProperty("turno.lab", folder.toString());
  }

  @AfterEach
  void down() {
    run("down");
    System.clearProperty("turno.lab");
  }

  @Test
  void aLabThatIsUpServesCallsAndNothingIsLeftWhenItIsDown() throws JsonProcessingException {
    assertEquals(0, run("up", "--agents", "3", "--ring-ms", "100", "--talk-ms", "300"), told());
    assertEquals(0, run("status"), told());
    assertEquals(0, run("call", "--line", "012", "--count", "6", "--json"), told());
    JsonNode report = lastLine();
    assertEquals(6, report.path("connected").asInt(), told());
    assertEquals(0, report.path("legs_left").asInt(), told());
    assertEquals(6, report.path("wait_ms").path("count").asInt(), told());
    LabState state = LabState.read(folder).orElseThrow();
    assertEquals(0, run("down"), told());
    assertTrue(state.processes().stream().noneMatch(entry -> entry.handle().isPresent()));
    assertEquals(1, run("status"), told());
  }

  @Test
  void theTimesAreReadOffTheWire() throws JsonProcessingException {
    assertEquals(0, run("measure", "--calls", "5", "--json"), told());
    JsonNode measured = lastLine();
    assertEquals(5, measured.path("call_to_ring_ms").path("count").asInt(), told());
    assertTrue(measured.path("free_to_ring_ms").path("p50").asDouble() > 0, told());
  }

  private int run(String... words) {
    CommandLine commandLine = LabCommand.commandLine();
    commandLine.setOut(new PrintWriter(printed));
    commandLine.setErr(new PrintWriter(printed));
    return commandLine.execute(words);
  }

  private String told() {
    return printed.toString();
  }

  private JsonNode lastLine() throws JsonProcessingException {
    return new ObjectMapper().readTree(told().lines().reduce("", (before, line) -> line));
  }
}
