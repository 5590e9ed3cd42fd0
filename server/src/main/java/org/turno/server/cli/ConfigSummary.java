package org.turno.server.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.ClosedPolicy;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.Limit;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.ObservedPlan;
import org.turno.acd.plan.ObservedQueuePlan;
import org.turno.acd.plan.QueuePlan;
import org.turno.server.config.Coverage;
import org.turno.server.config.Durations;
import org.turno.server.config.ObserverConfig;
import org.turno.server.config.PbxConfig;
import org.turno.server.config.Seniority;
import org.turno.server.config.TurnoConfig;

/** What a configuration amounts to, on one screen. */
final class ConfigSummary {
  private final TurnoConfig config;
  private final FloorPlan plan;

  ConfigSummary(TurnoConfig config) {
    this.config = config;
    this.plan = config.plan();
  }

  void print(PrintWriter out) {
    out.println();
    for (PbxConfig pbx : config.pbxs()) {
      out.printf("PBX %s: %s%n", pbx.id(), pbx.summary());
    }
    for (ObserverConfig pbx : config.observers()) {
      ObservedPlan observed = plan.observed(pbx.id());
      List<String> queues =
          observed == null
              ? List.of()
              : observed.queues().stream().map(ObservedQueuePlan::queue).toList();
      out.printf(
          "PBX %s: looking at %s, AMI %s:%d; nothing is sent to its calls%n",
          pbx.id(),
          queues.isEmpty() ? "all of its own queues" : "its queues " + String.join(", ", queues),
          pbx.ami().host(),
          pbx.ami().port());
    }
    out.printf("HTTP on %s port %d%n", config.http().host(), config.http().port());
    out.printf("Journal in %s%n", config.journal().dir());
    out.printf(
        "%s, %s, %s%n%n",
        counted(config.skills().size(), "skill"),
        counted(plan.agents().size(), "agent"),
        counted(plan.teams().size(), "team"));
    if (plan.lines().isEmpty() && plan.queues().isEmpty()) {
      return;
    }
    lines().print(out);
    out.println();
    queues().print(out);
    List<Seniority> seniorities = Seniority.in(plan);
    if (!seniorities.isEmpty()) {
      out.println();
      goesLast(seniorities).print(out);
    }
  }

  /** From which wait on the callers who go last are overtaken by no newcomer any more. */
  private static Table goesLast(List<Seniority> seniorities) {
    Table table =
        new Table("LINES SHARING AGENTS", "GOES FIRST", "GOES LAST", "OVERTAKEN BY NEWCOMERS");
    for (Seniority group : seniorities) {
      table.row(
          String.join(", ", group.lines().stream().map(line -> line.id().value()).toList()),
          group.highest().id(),
          group.lowest().id(),
          overtaken(group));
    }
    return table;
  }

  private static String overtaken(Seniority group) {
    if (group.afterMs().isPresent()) {
      return "until it has waited " + Durations.format(group.afterMs().getAsLong());
    }
    return "always: " + (group.byWeight() ? "heavier queue" : "priority " + group.gap() + " above");
  }

  ObjectNode toJson() {
    ObjectNode json =
        Json.object()
            .put("pbxs", plan.pbxs().size())
            .put("skills", config.skills().size())
            .put("queues", plan.queues().size())
            .put("lines", plan.lines().size())
            .put("agents", plan.agents().size())
            .put("observedPbxs", plan.observed().size())
            .put("teams", plan.teams().size())
            .put("http", config.http().host() + ":" + config.http().port())
            .put("journal", config.journal().dir().toString());
    ArrayNode groups = json.putArray("goesLast");
    for (Seniority group : Seniority.in(plan)) {
      ObjectNode row =
          groups
              .addObject()
              .put("first", group.highest().id().value())
              .put("last", group.lowest().id().value())
              .put("byWeight", group.byWeight())
              .put("gap", group.gap());
      group
          .afterMs()
          .ifPresentOrElse(ms -> row.put("overtakenMs", ms), () -> row.putNull("overtakenMs"));
      ArrayNode lines = row.putArray("lines");
      group.lines().forEach(line -> lines.add(line.id().value()));
    }
    return json;
  }

  static String counted(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private Table lines() {
    Table table = new Table("LINE", "NAME", "QUEUE", "PRIORITY", "PROTECTED", "AGENTS", "CLOSED");
    for (LinePlan line : plan.lines()) {
      QueuePlan queue =
          plan.queues().stream().filter(q -> q.id().equals(line.queue())).findFirst().orElseThrow();
      table.row(
          line.id(),
          line.name(),
          line.queue(),
          line.priority(),
          line.protectedLine() ? "yes" : "no",
          Coverage.agents(line, queue, plan.agents()).size(),
          closed(line.closed()));
    }
    return table;
  }

  private Table queues() {
    Table table =
        new Table(
            "QUEUE", "NAME", "REQUIRES", "RINGS", "MAX WAIT", "MAX LENGTH", "OVERFLOW", "CLOSED");
    for (QueuePlan queue : plan.queues()) {
      String asked = queue.requirement().toString();
      table.row(
          queue.id(),
          queue.name(),
          asked.isEmpty() ? "-" : asked,
          Durations.format(queue.offers().timeoutMs()),
          queue.admission().maxWaitMs() == 0
              ? "-"
              : Durations.format(queue.admission().maxWaitMs()),
          queue.admission().maxLength() == 0 ? "-" : queue.admission().maxLength(),
          overflow(queue),
          closed(queue.closed()));
    }
    return table;
  }

  private static String closed(ClosedPolicy closed) {
    return (closed.hours() ? "by hours: " : "") + destination(closed.to());
  }

  private static String overflow(QueuePlan queue) {
    SequencedSet<String> ways = new LinkedHashSet<>();
    for (Limit limit : Limit.values()) {
      if (queue.admission().has(limit)) {
        ways.add(destination(queue.admission().way(limit)));
      }
    }
    return ways.isEmpty() ? destination(queue.admission().overflow()) : String.join(", ", ways);
  }

  private static String destination(@Nullable Destination to) {
    return switch (to) {
      case null -> "-";
      case Destination.ToQueue other -> "queue " + other.queue();
      case Destination.ToLine other -> "line " + other.line();
      case Destination.ToAnnouncement announcement -> "an announcement";
      case Destination.ToExtension dialplan ->
          "extension " + dialplan.extension() + " in " + dialplan.context();
    };
  }
}
