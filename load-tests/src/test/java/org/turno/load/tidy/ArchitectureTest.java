package org.turno.load.tidy;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who may depend on whom, as ARCHITECTURE.md draws it. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.turno");

  private static final String[] DOMAIN = {
    "org.turno.acd.collection..",
    "org.turno.acd.plan..",
    "org.turno.acd.input..",
    "org.turno.acd.event..",
    "org.turno.acd.effect..",
    "org.turno.acd.contact..",
    "org.turno.acd.agent..",
    "org.turno.acd.queue..",
    "org.turno.acd.observed..",
    "org.turno.acd.routing..",
    "org.turno.acd.estimate..",
    "org.turno.acd.engine.."
  };

  @Test
  void theCoreIsLayeredFromThePlanUpToTheJournal() {
    check(
        layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("org.turno.acd..")
            .withOptionalLayers(true)
            .layer("plan")
            .definedBy("org.turno.acd.plan..")
            .layer("vocabulary")
            .definedBy("org.turno.acd.input..", "org.turno.acd.event..", "org.turno.acd.effect..")
            .layer("collections")
            .definedBy("org.turno.acd.collection..")
            .layer("aggregates")
            .definedBy("org.turno.acd.contact..", "org.turno.acd.agent..", "org.turno.acd.queue..")
            .layer("observed")
            .definedBy("org.turno.acd.observed..")
            .layer("routing")
            .definedBy("org.turno.acd.routing..")
            .layer("estimate")
            .definedBy("org.turno.acd.estimate..")
            .layer("engine")
            .definedBy("org.turno.acd.engine..")
            .layer("persistence")
            .definedBy("org.turno.acd.recovery..", "org.turno.acd.journal..")
            .layer("explanation")
            .definedBy("org.turno.acd.explain..")
            .whereLayer("plan")
            .mayNotAccessAnyLayer()
            .whereLayer("collections")
            .mayNotAccessAnyLayer()
            .whereLayer("vocabulary")
            .mayOnlyAccessLayers("plan")
            .whereLayer("aggregates")
            .mayOnlyAccessLayers("collections", "plan", "vocabulary")
            .whereLayer("observed")
            .mayOnlyAccessLayers("collections", "plan", "vocabulary")
            .whereLayer("observed")
            .mayOnlyBeAccessedByLayers("engine", "persistence")
            .whereLayer("routing")
            .mayOnlyAccessLayers("collections", "plan", "vocabulary", "aggregates")
            .whereLayer("estimate")
            .mayOnlyAccessLayers("collections", "plan", "vocabulary", "aggregates", "routing")
            .whereLayer("engine")
            .mayOnlyAccessLayers(
                "collections",
                "plan",
                "vocabulary",
                "aggregates",
                "observed",
                "routing",
                "estimate")
            .whereLayer("explanation")
            .mayOnlyAccessLayers(
                "collections", "plan", "vocabulary", "aggregates", "routing", "estimate", "engine")
            .whereLayer("explanation")
            .mayNotBeAccessedByAnyLayer());
  }

  @Test
  void noPackageOfTheCoreDependsOnItselfThroughAnother() {
    check(slices().matching("org.turno.acd.(*)..").should().beFreeOfCycles());
  }

  @Test
  void theDomainKnowsNoLoggingNoNetworkNoStorageAndNoJson() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.slf4j..",
                "java.util.logging..",
                "java.net..",
                "java.nio.file..",
                "java.sql..",
                "io.vertx..",
                "io.netty..",
                "net.openhft..",
                "com.fasterxml.."));
  }

  @Test
  void onlyTheJournalKnowsHowEntriesAreStored() {
    check(
        noClasses()
            .that(not(resideInAPackage("org.turno.acd.journal..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("net.openhft.."));
    check(
        noClasses()
            .that(
                resideInAPackage("org.turno.acd..")
                    .and(not(resideInAPackage("org.turno.acd.journal.."))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.."));
  }

  @Test
  void theCoreDependsOnNoOtherModule() {
    check(
        classes()
            .that()
            .resideInAPackage("org.turno.acd..")
            .should()
            .onlyDependOnClassesThat(
                not(
                    resideInAnyPackage("org.turno..")
                        .and(not(resideInAPackage("org.turno.acd.."))))));
  }

  @Test
  void featureModulesDependOnTheCoreAndNeverOnEachOther() {
    for (String feature : List.of("pbx", "stats", "recording")) {
      String own = "org.turno." + feature + "..";
      check(
          noClasses()
              .that()
              .resideInAPackage(own)
              .should()
              .dependOnClassesThat(
                  resideInAPackage("org.turno..")
                      .and(not(resideInAnyPackage("org.turno.acd..", own)))));
    }
  }

  @Test
  void theServerDoesNotDependOnTheLab() {
    check(
        noClasses()
            .that()
            .resideInAPackage("org.turno.server..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.turno.load.."));
  }

  @Test
  void asteriskJavaStaysInsideItsAdapter() {
    check(
        noClasses()
            .that(not(resideInAPackage("org.turno.pbx.asterisk.ami..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.asteriskjava.."));
  }

  @Test
  void theAdaptersShareOnlyWhatIsMeantToBeShared() {
    for (String adapter : List.of("asterisk", "freeswitch", "sim")) {
      String own = "org.turno.pbx." + adapter + "..";
      check(
          noClasses()
              .that()
              .resideInAPackage(own)
              .should()
              .dependOnClassesThat(
                  resideInAPackage("org.turno.pbx..")
                      .and(
                          not(
                              resideInAnyPackage(
                                  own,
                                  "org.turno.pbx",
                                  "org.turno.pbx.link",
                                  "org.turno.pbx.observe")))));
    }
  }

  @Test
  void onePackageAloneKnowsTheMetricsLibrary() {
    Set<String> packages =
        CLASSES.stream()
            .filter(
                type ->
                    type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(
                            dependency ->
                                dependency
                                    .getTargetClass()
                                    .getPackageName()
                                    .startsWith("io.prometheus")))
            .map(JavaClass::getPackageName)
            .collect(Collectors.toSet());
    assertTrue(packages.size() <= 1, "keep io.prometheus behind one package, not " + packages);
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(CLASSES);
  }
}
