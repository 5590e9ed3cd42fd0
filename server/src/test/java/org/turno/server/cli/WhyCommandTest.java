package org.turno.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contacts of a demonstration are explained as a supervisor would ask for it. */
final class WhyCommandTest {
  @TempDir private static Path state;
  private static JsonNode contacts;

  @BeforeAll
  static void keepTheJournalOfADemonstration() {
    String journal = state.resolve("journal").toString();
    Cli demo =
        Cli.run(
            Map.of(), "demo", "--for", "2s", "--speed", "120", "--port", "0", "--journal", journal);
    assertEquals(0, demo.exit(), demo.err());
    contacts = runOk(Map.of(), "why", "--all", "--json").json().get("contacts");
    assertTrue(contacts.size() > 3, contacts.toString());
  }

  private static Cli run(Map<String, String> more, String... arguments) {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("STATE_DIRECTORY", state.toString());
    return Cli.run(environment, arguments);
  }

  private static Cli runOk(Map<String, String> more, String... arguments) {
    Cli cli = run(more, arguments);
    assertEquals(0, cli.exit(), cli.err());
    return cli;
  }

  private static String served() {
    for (JsonNode contact : contacts) {
      if (contact.get("outcome").asText().equals("served")) {
        return contact.get("contact").asText();
      }
    }
    throw new AssertionError("nobody was served: " + contacts);
  }

  @Test
  void aContactIsExplainedInTheUsersLanguageUnlessAnotherIsAskedFor() {
    String id = served();
    Map<String, String> spanish = Map.of("LANG", "es_ES.UTF-8");

    assertTrue(runOk(Map.of(), "why", id).out().startsWith("Contact " + id + "\n  Line "));
    assertTrue(runOk(spanish, "why", id).out().startsWith("Contacto " + id + "\n  Línea "));
    assertTrue(runOk(spanish, "why", id, "--lang", "en").out().startsWith("Contact " + id));
    assertTrue(
        runOk(Map.of("LC_ALL", "C", "LANG", "es_ES"), "why", id).out().startsWith("Contact "));
  }

  @Test
  void theTextFitsATerminalAndNamesTheAgentWithTheReason() {
    String text = runOk(Map.of(), "why", served().substring(2, 8)).out();

    assertTrue(text.lines().allMatch(line -> line.length() <= 80), text);
    assertTrue(text.contains("Offered to "), text);
    assertTrue(text.contains("Why "), text);
    assertTrue(text.replaceAll("\\s+", " ").contains("Wait since it came: "), text);
  }

  @Test
  void everybodyWhoCouldHaveBeenAskedIsNamedOnRequest() {
    JsonNode offered = step(runOk(Map.of(), "why", served(), "--json").json(), "offered");
    String all = runOk(Map.of(), "why", served(), "--all").out();

    for (JsonNode free : offered.get("free")) {
      assertTrue(all.contains("(" + free.get("agent").asText() + ")"), free + " not in " + all);
    }
  }

  @Test
  void jsonIsOneObjectInTheLastLineWithEveryStep() {
    JsonNode story = runOk(Map.of(), "why", served(), "--json").json();

    assertEquals(served(), story.get("contact").asText());
    assertEquals("served", story.get("outcome").asText());
    List<String> types = story.get("steps").findValuesAsText("type");
    assertTrue(types.containsAll(List.of("came", "queued", "offered", "answered", "ended")));
    JsonNode offered = step(story, "offered");
    assertEquals(offered.get("agent"), offered.get("free").get(0).get("agent"));
    assertTrue(offered.get("byTodaysRules").asBoolean());
    assertEquals(story.get("waitMs"), step(story, "answered").get("waitMs"));
  }

  private static JsonNode step(JsonNode story, String type) {
    for (JsonNode step : story.get("steps")) {
      if (step.get("type").asText().equals(type)) {
        return step;
      }
    }
    throw new AssertionError("no " + type + " in " + story);
  }

  @Test
  void withoutAContactTheLastOnesAreListed() {
    String text = runOk(Map.of(), "why").out();

    String last = contacts.get(contacts.size() - 1).get("contact").asText();
    assertTrue(text.contains("\n" + last + "  "), text);
    assertTrue(text.contains("CONTACT "), text);
  }

  @Test
  void whatIsNotFoundIsSaidWithTheWayOn() {
    Cli unknown = run(Map.of(), "why", "nobody");
    assertEquals(1, unknown.exit());
    assertTrue(unknown.err().startsWith("turno: nobody is no contact among the "), unknown.err());
    assertTrue(unknown.err().contains("turno why lists them"), unknown.err());

    Cli several = run(Map.of("LANG", "es"), "why", "c-");
    assertEquals(1, several.exit());
    assertTrue(several.err().contains(" contactos empiezan por c-: c-"), several.err());

    Cli elsewhere = run(Map.of(), "why", "--journal", state.resolve("none").toString());
    assertEquals(1, elsewhere.exit());
    assertTrue(elsewhere.err().contains("there is no journal in"), elsewhere.err());

    assertEquals(2, run(Map.of(), "why", " ").exit());
  }
}
