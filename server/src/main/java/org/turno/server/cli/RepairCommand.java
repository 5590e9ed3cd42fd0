package org.turno.server.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.turno.acd.journal.Damage;
import org.turno.acd.journal.JournalRepair;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a damaged journal usable again, after saying what that costs. */
@Command(
    name = "repair",
    mixinStandardHelpOptions = true,
    description = {
      "Find damage that keeps Turno from starting and say what would be lost by cutting the journal"
          + " off there; with --yes, cut it off.",
      "Try first to put the damaged file back from a copy of the folder: then nothing is lost. What"
          + " is cut off stays beside the journal in files that end in .damaged.",
      "Turno must not be running."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing to repair, or repaired",
      "1:damaged (without --yes), no journal, or it could not be repaired",
      "2:wrong usage"
    },
    footerHeading = "%nExamples:%n",
    footer = {"  turno journal repair", "  turno journal repair --yes"})
final class RepairCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
          .withZone(ZoneId.systemDefault());

  @Spec private CommandSpec spec;
  @Mixin private JournalPlace where;

  @Option(names = "--yes", description = "Do it. Without it nothing is changed.")
  private boolean yes;

  RepairCommand(Map<String, String> environment) {
    where = new JournalPlace(environment);
  }

  @Override
  public Integer call() {
    Path folder = where.folder();
    PrintWriter out = spec.commandLine().getOut();
    Damage damage = JournalRepair.needed(folder);
    if (damage == null) {
      nothingToDo(folder, out);
      return 0;
    }
    tell(damage, out);
    if (!yes) {
      out.println("Nothing was changed. To cut it off: turno journal repair --yes");
      return 1;
    }
    JournalRepair.cut(folder, damage);
    out.printf("Cut off behind entry %d. Start Turno.%n", damage.lastGoodSeq());
    return 0;
  }

  private static void nothingToDo(Path folder, PrintWriter out) {
    @Nullable Damage history = JournalRepair.anywhere(folder);
    if (history == null) {
      out.printf("%s: every entry can be read, nothing to repair%n", folder);
    } else {
      out.printf(
          "%s: Turno starts from a snapshot behind the damage, nothing to repair.%n", folder);
      out.printf(
          "Entries behind %d cannot be told any more (%s, %s): put that file back from a copy for"
              + " turno why and turno journal verify.%n",
          history.lastGoodSeq(), history.file(), history.what());
    }
  }

  private static void tell(Damage damage, PrintWriter out) {
    out.printf("Damaged    %s%n", damage.file());
    out.printf("Where      %s%n", damage.what());
    if (damage.lastGoodSeq() == 0) {
      out.println("Kept       nothing: the damage is at the journal's beginning");
    } else {
      out.printf("Kept       entries up to %d%s%n", damage.lastGoodSeq(), kept(damage));
    }
    if (damage.readable() > 0) {
      out.printf(
          "Lost       %d entries that can be read, %d to %d, of %s to %s%n",
          damage.readable(),
          damage.firstSeqBehind(),
          damage.lastSeqBehind(),
          time(damage.firstTimeMsBehind()),
          time(damage.lastTimeMsBehind()));
      out.printf(
          "           with %d contacts that came and %d that ended%n",
          damage.arrivals(), damage.endings());
    }
    out.printf("Lost       %d documents that cannot be read%n", damage.unreadable());
    if (damage.foreign() > 0) {
      out.printf(
          "           %d of them are whole: the Turno that wrote them, or a later one, reads them%n",
          damage.foreign());
    }
    out.println(
        "Conversations go on untouched; callers who wait on the PBX come back with its inventory, as"
            + " new contacts in the order in which they came.");
  }

  private static String kept(Damage damage) {
    return damage.lastGoodTimeMs() == 0 ? "" : ", of " + time(damage.lastGoodTimeMs());
  }

  private static String time(long ms) {
    return TIME.format(Instant.ofEpochMilli(ms));
  }
}
