package org.turno.load.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MavenProgressTest {

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final MavenProgress progress =
      new MavenProgress(new PrintStream(said, true, StandardCharsets.UTF_8));

  @Test
  void eachTestClassIsToldUnderThePartThatItRanIn() {
    read(
        """
        [INFO] Building Turno: acd-core 0.1.0-SNAPSHOT                            [2/8]
        [INFO] --- maven-surefire-plugin:3.6.1:test (default-test) @ acd-core ---
        [INFO] Tests run: 3, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 0.2 s -- in a.QueueTest
        [INFO] --- surefire:3.6.1:test (simulation) @ acd-core ---
        [ERROR] Tests run: 2, Failures: 1, Errors: 0, Skipped: 0, Time elapsed: 9 s <<< FAILURE! -- in a.DayTest
        """);
    List<String> lines = said.toString(StandardCharsets.UTF_8).lines().toList();
    assertEquals("module 2 of 8: acd-core", lines.get(0));
    assertTrue(lines.get(1).matches(" *unit +QueueTest +3 run +0.2 s"), lines.get(1));
    assertTrue(lines.get(2).matches(" *simulation +DayTest +2 run, 1 FAILED +9 s"), lines.get(2));
  }

  @Test
  void aFailingTestIsNoProblemOfTheBuildButACrashOfItsJvmIs() {
    read(
        """
        [INFO] --- maven-surefire-plugin:3.6.1:test (default-test) @ acd-core ---
        [ERROR] a.QueueTest.keepsThePlace -- Time elapsed: 0.1 s <<< FAILURE!
        [ERROR] Failures:
        """);
    assertEquals(List.of(), progress.problems());
    read("[ERROR] The forked VM terminated without properly saying goodbye.");
    assertEquals(1, progress.problems().size());
  }

  @Test
  void compilerWarningsAreAmongTheProblemsOnceAndMavensAdviceIsNot() {
    read(
        """
        [INFO] --- maven-compiler-plugin:3.16.0:compile (default-compile) @ server ---
        [WARNING] /x/A.java:[3,4] [StringSplitter] surprising
        [WARNING] /x/A.java:[3,4] [StringSplitter] surprising
        [ERROR] error: warnings found and -Werror specified
        [ERROR]
        [ERROR] Re-run Maven using the -X switch to enable full debug logging.
        [ERROR]   mvn <args> -rf :server
        """);
    assertEquals(
        List.of(
            "/x/A.java:[3,4] [StringSplitter] surprising",
            "error: warnings found and -Werror specified"),
        progress.problems());
  }

  private void read(String output) {
    output.lines().forEach(progress::line);
  }
}
