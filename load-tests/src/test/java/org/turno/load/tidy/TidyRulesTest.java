package org.turno.load.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules themselves: each catches what it is for, and nothing that looks like it. */
class TidyRulesTest {

  private static final String DOMAIN = "acd-core/src/main/java/org/turno/acd/queue/A.java";
  private static final String SEQUENCER =
      "acd-core/src/main/java/org/turno/acd/engine/Sequencer.java";
  private static final String SERVER = "server/src/main/java/org/turno/server/A.java";
  private static final String TEST = "server/src/test/java/org/turno/server/ATest.java";

  @Test
  void aMethodOfSixtyOneLinesIsNamedWithItsLine() {
    String violation = only(SERVER, "class A {\n  void f() {\n" + "\n".repeat(59) + "  }\n}\n");
    assertTrue(violation.startsWith(SERVER + ":2: method f has 61 lines"), violation);
    assertNone(SERVER, "class A {\n  void f() {\n" + "\n".repeat(58) + "  }\n}\n");
  }

  @Test
  void aFileOfFourHundredAndOneLinesIsTooLong() {
    assertEquals(1, TextRules.check(new SourceFile("server/a.css", "\n".repeat(401))).size());
    assertEquals(0, TextRules.check(new SourceFile("server/a.css", "\n".repeat(400))).size());
    assertEquals(0, TextRules.check(new SourceFile("README.md", "\n".repeat(401))).size());
  }

  @Test
  void onlyTheSequencerOfTheDomainReadsAClock() {
    for (String call : List.of("System.currentTimeMillis()", "java.time.Instant.now()")) {
      only(DOMAIN, field("Object x = " + call));
      assertNone(SEQUENCER, field("Object x = " + call));
      assertNone(SERVER, field("Object x = " + call));
    }
    only(DOMAIN, field("LongSupplier x = System::nanoTime"));
    only(DOMAIN, "import static java.lang.System.nanoTime;" + field("long x = nanoTime()"));
  }

  @Test
  void theDomainKeepsNothingInCollectionsWithoutOrder() {
    only(DOMAIN, field("Object x = new HashMap<String, String>()"));
    only(DOMAIN, field("Supplier<Object> x = HashSet::new"));
    only(DOMAIN, field("Object x = Map.of(1, 2)"));
    only(DOMAIN, field("Object x = Collectors.toMap(a, b)"));
    assertNone(DOMAIN, field("Object x = Collectors.toMap(a, b, c, TreeMap::new)"));
    assertNone(DOMAIN, field("Object x = new LinkedHashMap<String, String>()"));
    assertNone(SERVER, field("Object x = new HashMap<String, String>()"));
  }

  @Test
  void testsWaitForConditionsAndAreNeverSwitchedOff() {
    only(TEST, "class A { void f() { Thread.sleep(1); } }");
    only(TEST, "import static java.lang.Thread.sleep; class A { void f() { sleep(1); } }");
    only(TEST, "class A { @Disabled void f() {} }");
    assertNone(SERVER, "class A { void f() { Thread.sleep(1); } }");
  }

  @Test
  void randomNumbersComeFromASeed() {
    only(SERVER, field("Random x = new Random()"));
    only(SERVER, field("double x = Math.random()"));
    assertNone(SERVER, field("Random x = new Random(7)"));
  }

  @Test
  void namesUseTheWordsOfTheField() {
    only(SERVER, field("int sessionCount = 1"));
    only(SERVER, "record QueueMember(String name) {}");
    only(SERVER, field("int BRIDGE_ID = 1"));
    only(DOMAIN, field("int channelId = 1"));
    assertNone(SERVER, field("FileChannel channel = open()"));
    assertNone("pbx-adapters/src/main/java/org/turno/pbx/A.java", field("int bridgeId = 1"));
    assertNone(SERVER, field("int remembered = 1"));
    assertNone(SERVER, field("Object x = new SessionHandler()"));
    assertNone(SERVER, "class A { @Override void visitMember() {} }");
  }

  @Test
  void textsHoldNoUnfinishedWorkAndNoPathOfOneMachine() {
    String mark = "TO" + "DO";
    assertEquals(1, TextRules.check(new SourceFile("a.sh", "# " + mark + " later\n")).size());
    assertEquals(1, TextRules.check(new SourceFile("a.sh", "cd /wo" + "rk/main\n")).size());
    assertEquals(1, TextRules.check(new SourceFile("a.sh", "x=/tm" + "p/a\n")).size());
    assertEquals(0, TextRules.check(new SourceFile("a.sh", "x=$(mktemp)\n")).size());
  }

  @Test
  void commentsAndStringsMayNameWhatCodeMayNotCall() {
    assertNone(DOMAIN, "/** Not System.nanoTime(). */ " + field("String x = \"Map.of()\""));
  }

  private static String field(String declaration) {
    return "class A { " + declaration + "; }";
  }

  private static String only(String path, String code) {
    List<String> violations = JavaRules.check(new SourceFile(path, code));
    assertEquals(1, violations.size(), code + " -> " + violations);
    return violations.getFirst();
  }

  private static void assertNone(String path, String code) {
    assertEquals(List.of(), JavaRules.check(new SourceFile(path, code)), code);
  }
}
