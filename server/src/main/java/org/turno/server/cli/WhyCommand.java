package org.turno.server.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.turno.acd.engine.AcdState;
import org.turno.acd.explain.ContactList;
import org.turno.acd.explain.Explainer;
import org.turno.acd.explain.ListText;
import org.turno.acd.explain.ObservedText;
import org.turno.acd.explain.StoryText;
import org.turno.acd.journal.JournalDays;
import org.turno.acd.journal.JournalReader;
import org.turno.acd.recovery.Recovery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells why a contact was treated as it was. */
@Command(
    name = "why",
    mixinStandardHelpOptions = true,
    description = {
      "Tell from the journal why a contact waited and why that agent was asked: who could have"
          + " served it at each decision, who stood before it, which offers failed, how it ended.",
      "Without CONTACT: list the contacts of the journal. Changes nothing and may be used while"
          + " Turno runs."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:told",
      "1:no such contact, several that begin so, no journal or a damaged one",
      "2:wrong usage"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  turno why",
      "  turno why c-4m7x2kpq",
      "  turno why 4m7 --lang es --all",
      "  turno why c-4m7x2kpq --json | tail -n 1 | jq .waitMs"
    })
final class WhyCommand implements Callable<Integer> {
  private static final int LISTED = 20;

  private final Map<String, String> environment;

  @Spec private CommandSpec spec;
  @Mixin private JournalPlace where;

  @Parameters(
      paramLabel = "CONTACT",
      arity = "0..1",
      description = "The contact's id, or enough of its beginning to tell it from others.")
  private Optional<String> contact = Optional.empty();

  @Option(
      names = "--lang",
      paramLabel = "es|en",
      description = "Spanish or English. Without it: by the locale, such as LANG=es_ES.UTF-8.")
  private Optional<Language> language = Optional.empty();

  @Option(names = "--json", description = "Print one JSON object instead of text.")
  private boolean json;

  @Option(
      names = "--all",
      description = "Name every agent and every contact that stood before; list every contact.")
  private boolean all;

  WhyCommand(Map<String, String> environment) {
    this.environment = environment;
    where = new JournalPlace(environment);
  }

  @Override
  public Integer call() {
    if (contact.filter(String::isBlank).isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "Give a contact's id, or no argument to list the contacts.");
    }
    Language speak = language.orElseGet(() -> Language.of(environment));
    Path folder = where.folder();
    PrintWriter err = spec.commandLine().getErr();
    long firstSeq = Math.max(1, JournalDays.of(folder).firstSeq());
    try (JournalReader reader = JournalReader.open(folder, firstSeq);
        ReadingProgress progress =
            new ReadingProgress(err, ListText.reading(speak.locale), reader.lastSeq())) {
      return contact
          .map(id -> tell(explain(folder, reader, id, progress), id, speak, progress))
          .orElseGet(
              () ->
                  list(
                      ContactList.of(reader, all ? Integer.MAX_VALUE : LISTED, progress),
                      speak,
                      progress));
    }
  }

  private static Explainer.Answer explain(
      Path folder, JournalReader reader, String id, ReadingProgress progress) {
    long firstSeq = Math.max(1, JournalDays.of(folder).firstSeq());
    AcdState before = Recovery.upTo(folder, firstSeq - 1).state();
    return Explainer.explain(before, reader, id, progress);
  }

  private int tell(
      Explainer.Answer answer, String wanted, Language speak, ReadingProgress progress) {
    progress.close();
    PrintWriter out = spec.commandLine().getOut();
    switch (answer) {
      case Explainer.Answer.Found found -> {
        if (json) {
          out.println(Json.line(WhyJson.of(found.story())));
        } else {
          out.print(StoryText.of(found.story(), speak.locale, ZoneId.systemDefault(), all));
        }
        out.flush();
        return 0;
      }
      case Explainer.Answer.Observed seen -> {
        if (json) {
          out.println(Json.line(WhyJson.of(seen.story())));
        } else {
          out.print(ObservedText.of(seen.story(), speak.locale, ZoneId.systemDefault()));
        }
        out.flush();
        return 0;
      }
      case Explainer.Answer.Ambiguous several ->
          throw new CommandFailure(ListText.ambiguous(wanted, several, speak.locale));
      case Explainer.Answer.Unknown none ->
          throw new CommandFailure(ListText.unknown(wanted, none, speak.locale, "turno why"));
    }
  }

  private int list(ContactList.Found found, Language speak, ReadingProgress progress) {
    progress.close();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.line(WhyJson.of(found)));
    } else {
      out.print(ListText.of(found, speak.locale, ZoneId.systemDefault()));
    }
    out.flush();
    return 0;
  }
}
