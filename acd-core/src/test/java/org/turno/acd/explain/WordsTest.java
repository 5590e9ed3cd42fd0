package org.turno.acd.explain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.turno.acd.agent.AgentState;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.plan.AgentChoice;
import org.turno.acd.routing.Candidate;
import org.turno.acd.routing.Eligibility;

/** Both languages can say everything. */
final class WordsTest {
  private static final Pattern GAP = Pattern.compile("\\{\\d}");

  private static Map<String, String> sentences(Locale language) throws IOException {
    Properties properties = new Properties();
    String file = "words_" + language + ".properties";
    try (var in = Words.class.getResourceAsStream(file)) {
      properties.load(new InputStreamReader(in, UTF_8));
    }
    TreeMap<String, String> sentences = new TreeMap<>();
    properties.forEach((key, value) -> sentences.put(key.toString(), value.toString()));
    return sentences;
  }

  private static String topic(String key) {
    return key.replaceAll("\\.(one|many)$", "");
  }

  @Test
  void both_languages_have_the_same_sentences_with_the_same_gaps() throws IOException {
    List<Map<String, TreeSet<String>>> all = new ArrayList<>();
    for (Locale language : Words.LANGUAGES) {
      TreeMap<String, TreeSet<String>> gaps = new TreeMap<>();
      sentences(language)
          .forEach(
              (key, text) -> {
                TreeSet<String> found = gaps.computeIfAbsent(topic(key), k -> new TreeSet<>());
                GAP.matcher(text).results().map(MatchResult::group).forEach(found::add);
              });
      all.add(gaps);
    }
    assertEquals(all.getFirst().keySet(), all.getLast().keySet());
    // A number may be a word in one language, and the last gap a name that the other leaves out.
    all.getFirst()
        .forEach(
            (key, gaps) -> {
              TreeSet<String> other = new TreeSet<>(all.getLast().get(key));
              gaps.remove("{0}");
              other.remove("{0}");
              assertEquals(gaps, other, key);
            });
  }

  @Test
  void every_reason_that_routing_knows_has_words() throws IOException {
    for (Locale language : Words.LANGUAGES) {
      TreeSet<String> topics = new TreeSet<>();
      sentences(language).keySet().forEach(key -> topics.add(topic(key)));
      assertAll(topics, "bar", Eligibility.Bar.values());
      assertAll(topics, "choice", AgentChoice.values());
      assertAll(topics, "state", AgentState.values());
      assertAll(topics, "freed", AgentState.values());
      assertAll(topics, "refused", OfferEvent.Why.values());
      assertAll(topics, "reason", OfferEvent.Why.values());
      assertAll(topics, "left", ContactEvent.OverflowReason.values());
      assertAll(topics, "overflow", ContactEvent.OverflowReason.values());
      assertAll(topics, "outcome", ContactEvent.Outcome.values());
      assertAll(topics, "ended", ContactEvent.Outcome.values());
      assertAll(topics, "brief", ContactEvent.Outcome.values());
      assertAll(topics, "by", Step.By.values());
      assertAll(topics, "fate", Rival.Fate.values());
      assertAll(topics, "fates", Rival.Fate.values());
      assertAll(topics, "lead", Rival.Lead.values());
      assertAll(topics, "leads", Rival.Lead.values());
      assertAll(topics, "rivals", Rival.Lead.values());
      for (Candidate.Criterion criterion : Candidate.Criterion.values()) {
        assertTrue(
            criterion == Candidate.Criterion.CHOICE || topics.contains("won." + criterion),
            "add won." + criterion + " to words_" + language + ".properties");
      }
    }
  }

  private static void assertAll(Set<String> topics, String group, Enum<?>[] constants) {
    for (Enum<?> constant : constants) {
      String key = group + "." + constant.name();
      assertTrue(topics.contains(key), "add " + key + " to both words_*.properties");
    }
  }

  @Test
  void spans_are_short_and_numbers_follow_the_language() {
    Words english = new Words(Locale.ENGLISH, Floor.ZONE);
    Words spanish = new Words(Locale.of("es"), Floor.ZONE);
    assertEquals("0 s", plain(english.span(0)));
    assertEquals("0.1 s", plain(english.span(3)));
    assertEquals("3,2 s", plain(spanish.span(3_240)));
    assertEquals("42 s", plain(english.span(42_900)));
    assertEquals("5 min 02 s", plain(english.span(302_000)));
    assertEquals("2 h 05 min", plain(english.span(7_500_000)));
    assertEquals("61.5%", plain(english.percent(615)));
    assertEquals("61,5 %", plain(spanish.percent(615)));
  }

  private static String plain(String text) {
    return text.replace(Words.GLUE, ' ');
  }
}
