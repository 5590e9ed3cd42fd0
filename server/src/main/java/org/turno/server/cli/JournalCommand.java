package org.turno.server.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.turno.acd.engine.AcdState;
import org.turno.acd.journal.JournalDays;
import org.turno.acd.journal.JournalDump;
import org.turno.acd.journal.JournalReader;
import org.turno.acd.journal.JournalStat;
import org.turno.acd.plan.ContactId;
import org.turno.acd.recovery.Recovery;
import org.turno.acd.recovery.Verification;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Looks into a journal. All but repair reads only and works beside a running Turno. */
@Command(
    name = "journal",
    mixinStandardHelpOptions = true,
    description = {
      "Look into the journal: every input, what Turno made of it and what it asked of the PBX.",
      "All but repair change nothing and may be used while Turno runs."
    },
    synopsisSubcommandLabel = "COMMAND")
final class JournalCommand implements Runnable {
  @Spec private CommandSpec spec;

  private JournalCommand() {}

  static CommandLine commandLine(Map<String, String> environment) {
    return new CommandLine(new JournalCommand())
        .addSubcommand(new Dump(environment))
        .addSubcommand(new Stat(environment))
        .addSubcommand(new Verify(environment))
        .addSubcommand(new RepairCommand(environment));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command.");
  }

  @Command(
      name = "dump",
      mixinStandardHelpOptions = true,
      description = {
        "Show entries: a line with the number, the time and the input, then a line for each event"
            + " and each effect.",
        "Moments are shown by this machine's clock, spans in seconds."
      },
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {
        "0:shown to the end",
        "1:no journal, a damaged one, or nothing to show",
        "2:wrong usage"
      },
      footerHeading = "%nExamples:%n",
      footer = {
        "  turno journal dump --from 1200 --to 1250",
        "  turno journal dump --contact 4m7x2k",
        "  turno journal dump --json | jq 'select(.input.type == \"link-down\")'"
      })
  private static final class Dump implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private JournalPlace where;

    @Option(names = "--from", paramLabel = "SEQ", description = "The first entry to show.")
    private long from;

    @Option(names = "--to", paramLabel = "SEQ", description = "The last entry to show.")
    private long to = Long.MAX_VALUE;

    @Option(
        names = "--contact",
        paramLabel = "ID",
        description = "Only what concerns this contact, its legs and its offers.")
    private Optional<String> contact = Optional.empty();

    @Option(
        names = "--json",
        description = "Print each entry as the JSON document that is in the journal, one a line.")
    private boolean json;

    Dump(Map<String, String> environment) {
      where = new JournalPlace(environment);
    }

    @Override
    public Integer call() {
      if (from < 0 || to < Math.max(from, 1) || contact.filter(String::isEmpty).isPresent()) {
        throw new ParameterException(
            spec.commandLine(), "use numbers from 1 on, --from before --to, and a contact's id");
      }
      PrintWriter out = spec.commandLine().getOut();
      @Nullable ContactId id = contact.map(ContactId::new).orElse(null);
      JournalDump dump = new JournalDump(where.folder(), new JournalDump.Selection(from, to, id));
      Predicate<String> taker =
          lines -> {
            out.print(lines);
            // True when whoever reads this has gone, such as a pager.
            return !out.checkError();
          };
      long shown = json ? dump.json(taker) : dump.text(ZoneId.systemDefault(), taker);
      if (shown == 0) {
        spec.commandLine().getErr().println("turno: no such entry in " + where.folder());
      }
      return shown == 0 ? 1 : 0;
    }
  }

  @Command(
      name = "stat",
      mixinStandardHelpOptions = true,
      description = "Count the entries, their bytes and every type of input, event and effect.",
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {"0:counted", "1:no journal, or a damaged one", "2:wrong usage"})
  private static final class Stat implements Callable<Integer> {
    private static final DateTimeFormatter TIME =
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSxxx", Locale.ROOT)
            .withZone(ZoneId.systemDefault());

    @Spec private CommandSpec spec;
    @Mixin private JournalPlace where;

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    Stat(Map<String, String> environment) {
      where = new JournalPlace(environment);
    }

    @Override
    public Integer call() {
      Path folder = where.folder();
      JournalStat stat = JournalStat.of(folder);
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(stat.toJson());
      } else {
        out.println("Journal    " + folder);
        out.printf("Entries    %d, %d to %d%n", stat.entries(), stat.firstSeq(), stat.lastSeq());
        if (stat.entries() > 0) {
          out.println("First      " + TIME.format(Instant.ofEpochMilli(stat.firstTimeMs())));
          out.println("Last       " + TIME.format(Instant.ofEpochMilli(stat.lastTimeMs())));
        }
        out.println("Documents  " + mebibytes(stat.entryBytes()));
        out.printf("Files      %d, %s with holes%n", stat.files(), mebibytes(stat.fileBytes()));
        table("Inputs", stat.inputs(), out);
        table("Events", stat.events(), out);
        table("Effects", stat.effects(), out);
      }
      return 0;
    }

    private static String mebibytes(long bytes) {
      return String.format(Locale.ROOT, "%.1f MiB", bytes / (double) (1 << 20));
    }

    private static void table(String head, SortedMap<String, Long> counts, PrintWriter out) {
      Table table = new Table(head, "Count");
      counts.forEach(table::row);
      out.println();
      table.print(out);
    }
  }

  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = {
        "Decide every input again, from the first on, and compare with what was decided.",
        "A journal that an older Turno wrote may differ because Turno decides better now."
      },
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {
        "0:all decisions are the same",
        "1:one differs (the first is shown), no journal, or a damaged one",
        "2:wrong usage"
      })
  private static final class Verify implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private JournalPlace where;

    @Option(names = "--json", description = "Print one JSON object, last.")
    private boolean json;

    private long firstSeq;
    private long verified;

    Verify(Map<String, String> environment) {
      where = new JournalPlace(environment);
    }

    @Override
    public Integer call() {
      Path folder = where.folder();
      Verification.@Nullable Difference difference;
      firstSeq = Math.max(1, JournalDays.of(folder).firstSeq());
      AcdState before = Recovery.upTo(folder, firstSeq - 1).state();
      try (JournalReader reader = JournalReader.open(folder, firstSeq)) {
        difference = Verification.verify(before, reader, seq -> verified = seq - firstSeq + 1);
      }
      PrintWriter out = spec.commandLine().getOut();
      if (firstSeq > 1 && !json) {
        out.printf("%s begins with entry %d: older days were removed%n", folder, firstSeq);
      }
      if (json) {
        ObjectNode answer =
            Json.object()
                .put("same", difference == null)
                .put("first_entry", firstSeq)
                .put("verified_entries", verified);
        if (difference != null) {
          answer.put("differs_at", difference.seq()).put("difference", difference.describe());
        }
        out.println(Json.line(answer));
      } else if (difference == null) {
        out.printf("%s: %d entries decided again, all the same%n", folder, verified);
      } else {
        out.printf("%s: the first %d entries are the same%n", folder, verified);
        out.println(difference.describe());
      }
      return difference == null ? 0 : 1;
    }
  }
}
