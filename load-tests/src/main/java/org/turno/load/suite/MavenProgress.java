package org.turno.load.suite;

import java.io.PrintStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Maven's output line by line: tells what it is at, and keeps what went wrong. */
final class MavenProgress {

  private static final Pattern MODULE =
      Pattern.compile("\\[INFO] Building Turno: (\\S+) .*\\[(\\d+)/(\\d+)]");
  private static final Pattern STEP =
      Pattern.compile("\\[INFO] --- (?:maven-)?(\\w+)(?:-maven)?(?:-plugin)?:.*\\((\\S+)\\) @ .*");
  private static final Pattern TESTED =
      Pattern.compile(
          "\\[\\w+] Tests run: (\\d+), Failures: (\\d+), Errors: (\\d+), Skipped: (\\d+),"
              + " Time elapsed: ([\\d.,]+) s.* in (\\S+)");
  private static final Pattern CRASH =
      Pattern.compile(".*(The forked VM terminated|There was a timeout or other error).*");
  private static final Pattern NOISE =
      Pattern.compile(
          "\\[ERROR] *(at .*|mvn <args> .*)?"
              + "|.*(e-run Maven|\\[Help 1]|correcting the problems|For more information"
              + "|Command was|BooterForkException|See dump files).*");

  /** The compiler's warnings fail the build, but Maven does not repeat them among the errors. */
  private static final Pattern WARNING = Pattern.compile("\\[WARNING] .*\\.java:\\[.*");

  /** Lines by which long tests tell how far they are. */
  private static final String TOLD = "simulation: ";

  private static final int MAX_PROBLEMS = 60;

  private final PrintStream out;
  private final Set<String> problems = new LinkedHashSet<>();
  private String part = "";
  private boolean testing;

  MavenProgress(PrintStream out) {
    this.out = out;
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  void line(String line) {
    Matcher module = MODULE.matcher(line);
    Matcher step = STEP.matcher(line);
    Matcher tested = TESTED.matcher(line);
    if (module.matches()) {
      out.println("module " + module.group(2) + " of " + module.group(3) + ": " + module.group(1));
      testing = false;
    } else if (step.matches()) {
      testing = step.group(1).equals("surefire");
      part = step.group(2).equals("default-test") ? Part.UNIT.label() : step.group(2);
    } else if (testing && tested.matches()) {
      tell(tested);
    } else if (testing && line.startsWith(TOLD)) {
      out.println("  " + line);
    } else if (testing ? CRASH.matcher(line).matches() : isProblem(line)) {
      if (problems.size() < MAX_PROBLEMS) {
        problems.add(line.replaceFirst("^\\[(ERROR|WARNING)] ", ""));
      }
    }
  }

  private static boolean isProblem(String line) {
    return WARNING.matcher(line).matches()
        || (line.startsWith("[ERROR]") && !NOISE.matcher(line).matches());
  }

  private void tell(Matcher tested) {
    int failed = Integer.parseInt(tested.group(2)) + Integer.parseInt(tested.group(3));
    String type = tested.group(6);
    out.println(
        "  %-10s %-40s %4s run%s  %s s"
            .formatted(
                part,
                type.substring(type.lastIndexOf('.') + 1),
                tested.group(1),
                failed == 0 ? "" : ", " + failed + " FAILED",
                tested.group(5)));
  }
}
