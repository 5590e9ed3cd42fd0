package org.turno.load.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryTest {

  private static final String REPORT =
      """
      <testsuite name="org.turno.QueueTest" time="1,200.5" tests="3">
        <testcase name="keepsThePlace" classname="org.turno.QueueTest" time="0.1"/>
        <testcase name="triesAnother" classname="org.turno.QueueTest" time="0.1">
          <failure message="m" type="t">expected anna
      	at somewhere</failure>
        </testcase>
        <testcase name="needsAPhone" classname="org.turno.QueueTest" time="0.1"><skipped/></testcase>
      </testsuite>
      """;

  @TempDir private Path root;

  @Test
  void reportsOfAllModulesAddUpAndEarlierOnesAreForgotten() throws IOException {
    Reports reports = new Reports(root);
    report("acd-core/target/test-reports/unit/TEST-a.xml");
    report("server/target/test-reports/unit/TEST-b.xml");
    report("server/target/test-reports/browser/TEST-c.xml");
    PartResult unit = reports.read(Part.UNIT);
    assertEquals(4, unit.run());
    assertEquals(2, unit.passed());
    assertEquals(2, unit.failed());
    assertEquals(List.of("QueueTest.needsAPhone", "QueueTest.needsAPhone"), unit.skipped());
    assertEquals(2401, unit.seconds(), 0.01);
    assertEquals(
        new PartResult.Failure("QueueTest.triesAnother", "expected anna"),
        unit.failures().getFirst());
    reports.clear();
    assertEquals(0, reports.read(Part.UNIT).run());
  }

  @Test
  void whatWasLeftOutOrSkippedIsSaidLoudly() throws IOException {
    report("server/target/test-reports/unit/TEST-b.xml");
    Summary summary =
        new Summary(
            List.of(new Reports(root).read(Part.UNIT)),
            Map.of(Part.ASTERISK, "SIPp is not installed"),
            List.of(),
            3);
    assertFalse(summary.complete());
    String printed = printed(summary);
    assertTrue(printed.contains("!!! left out: asterisk: SIPp is not installed"), printed);
    assertTrue(printed.contains("!!! skipped itself: QueueTest.needsAPhone"), printed);
    assertTrue(printed.contains("FAILED unit QueueTest.triesAnother"), printed);
  }

  @Test
  void aBuildThatFailsCountsAsOneFailureAndItsReasonIsPrinted() throws IOException {
    Summary summary = new Summary(List.of(), Map.of(), List.of("A.java:[1,1] no"), 3);
    assertEquals(1, summary.failed());
    assertTrue(printed(summary).contains("A.java:[1,1] no"));
    JsonNode json = new ObjectMapper().readTree(summary.json());
    assertEquals(1, json.get("failed").asInt());
    assertEquals("failed", json.get("build").asText());
    assertEquals(1, summary.json().lines().count());
  }

  private void report(String path) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, REPORT);
  }

  private static String printed(Summary summary) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    summary.print(new PrintStream(bytes, true, StandardCharsets.UTF_8), "test.log");
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
