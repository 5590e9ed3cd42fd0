package org.turno.load.tidy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The project as it stands obeys its own style. */
class TidyTest {

  private static final List<SourceFile> FILES =
      SourceTree.read(Path.of(System.getProperty("turno.root", "..")));

  @Test
  void noFileBreaksARuleOnText() {
    assertNone(FILES.stream().flatMap(file -> TextRules.check(file).stream()).toList());
  }

  @Test
  void noJavaFileBreaksARuleOnMethodsCallsOrNames() {
    List<SourceFile> java = FILES.stream().filter(SourceFile::isJava).toList();
    assertTrue(java.size() > 20, "the sources were not found: " + java.size() + " files");
    assertNone(java.stream().flatMap(file -> JavaRules.check(file).stream()).toList());
  }

  @Test
  void everyPackageOfTheProgramSaysItsPurposeAndThatNothingIsNullUnlessMarked() {
    List<String> violations = new ArrayList<>();
    for (SourceFile file : FILES) {
      if (file.isJava() && !file.isTest()) {
        String folder = file.path().substring(0, file.path().lastIndexOf('/'));
        boolean described =
            FILES.stream()
                .anyMatch(
                    other ->
                        other.path().equals(folder + "/package-info.java")
                            && other.text().startsWith("/**")
                            && other.text().contains("@NullMarked"));
        if (!described) {
          violations.add(folder + ": give it a package-info.java with its purpose and @NullMarked");
        }
      }
    }
    assertNone(violations.stream().distinct().toList());
  }

  private static void assertNone(List<String> violations) {
    assertTrue(
        violations.isEmpty(), () -> "the rules are in STYLE.md:\n" + String.join("\n", violations));
  }
}
