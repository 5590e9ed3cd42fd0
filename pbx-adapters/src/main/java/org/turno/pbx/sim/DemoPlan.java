package org.turno.pbx.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.turno.acd.plan.Ageing;
import org.turno.acd.plan.AgentChoice;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.PauseReason;
import org.turno.acd.plan.PbxPlan;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.RelaxationStep;
import org.turno.acd.plan.Requirement;
import org.turno.acd.plan.ReservePlan;
import org.turno.acd.plan.RoutingPolicy;
import org.turno.acd.plan.SkillId;
import org.turno.acd.plan.Skills;
import org.turno.acd.plan.TeamId;
import org.turno.acd.plan.TeamPlan;
import org.turno.acd.plan.WrapUpPolicy;

/** The configuration of the demonstration's floor: five lines, five queues, 40 agents. */
final class DemoPlan {
  /** Aliases, in the order of the agents' phones; nobody is really called so here. */
  private static final List<String> ALIASES =
      List.of(
          "Ana", "Bruno", "Carmen", "Diego", "Elena", "Fermín", "Gloria", "Hugo", "Inés", "Javier",
          "Karina", "Lucía", "Manuel", "Nuria", "Óscar", "Pilar", "Quique", "Rocío", "Sergio",
          "Teresa", "Unai", "Valeria", "Wanda", "Ximena", "Yago", "Zoe", "Alba", "Blas", "Candela",
          "Dolores", "Emilio", "Fátima", "Gonzalo", "Helena", "Irene", "Jorge", "Lola", "Marcos",
          "Noelia", "Pablo");

  private static final int FIRST_EXTENSION = 2001;

  /** What the protected line asks of an agent. */
  private static final String PROTECTED_SKILL = "violence >= 50";

  /** A wrap-up that has no limit. */
  static final long BY_THE_AGENT_ALONE = -1;

  /** A protected call goes before all others, but never into a conversation. */
  private static final RoutingPolicy PRECEDENCE =
      new RoutingPolicy(AgentChoice.LONGEST_IDLE, 10, Ageing.NONE, List.of(), true, true, 0);

  /** After a minute somebody who can at least take the case down is better than more music. */
  private static final RoutingPolicy ANYBODY_IN_THE_END =
      new RoutingPolicy(
          AgentChoice.MOST_SKILLED,
          0,
          new Ageing(60_000, 5),
          List.of(new RelaxationStep(60_000, Requirement.nothing(), 1, List.of())),
          false,
          false,
          0);

  /** A case may need to be written down at length: twice a minute more. */
  private static final WrapUpPolicy SOCIAL_WRAP_UP = new WrapUpPolicy(90_000, 10_000, 60_000, 2);

  private static final TeamPlan GENERAL =
      new TeamPlan(new TeamId("informacion"), "Información y citas");
  private static final TeamPlan SOCIAL = new TeamPlan(new TeamId("social"), "Servicios sociales");
  private static final TeamPlan LANGUAGES = new TeamPlan(new TeamId("idiomas"), "Idiomas");
  private static final TeamPlan PROTECTED =
      new TeamPlan(new TeamId("protegida"), "Atención especializada");
  private static final List<TeamPlan> TEAMS = List.of(GENERAL, SOCIAL, LANGUAGES, PROTECTED);

  private static final List<PauseReason> PAUSES =
      List.of(
          new PauseReason("Descanso", "Descanso", "Break", true, true, 15 * 60_000),
          new PauseReason("Formación", "Formación", "Training", true, true, 0),
          new PauseReason("Consulta", "Consulta", "Asking a colleague", true, false, 10 * 60_000));

  private DemoPlan() {}

  static FloorPlan plan() {
    return new FloorPlan(
            List.of(new PbxPlan(TestDays.PBX)),
            List.of(
                TestDays.openLine("012", "012 Información", "informacion", ""),
                TestDays.openLine("012-citas", "012 Cita previa", "citas", ""),
                TestDays.openLine("012-social", "012 Servicios sociales", "social", ""),
                TestDays.openLine(
                    "012-idiomas",
                    "012 Otros idiomas",
                    "idiomas",
                    "lang.en >= 40 or lang.fr >= 40"),
                TestDays.protectedLine("012-mujer", "Línea protegida", "protegida")),
            List.of(
                TestDays.queue("informacion", "Información general", "", 15_000, 60_000),
                TestDays.queue("citas", "Cita previa", "appointments", 15_000, 60_000),
                TestDays.queue("social", "Servicios sociales", "social >= 30", 15_000, 90_000)
                    .with(SOCIAL_WRAP_UP)
                    .with(ANYBODY_IN_THE_END),
                TestDays.queue("idiomas", "Otros idiomas", "", 15_000, 60_000),
                TestDays.queue(
                        "protegida", "Línea protegida", PROTECTED_SKILL, 20_000, BY_THE_AGENT_ALONE)
                    .with(PRECEDENCE)),
            demoAgents(),
            List.of(
                new ReservePlan(
                    "Línea protegida",
                    Requirement.parse(PROTECTED_SKILL),
                    1,
                    List.of(new QueueId("protegida")))),
            TEAMS)
        .withPauses(PAUSES);
  }

  /** Every agent answers general questions; the other skills overlap as they do on real floors. */
  private static List<AgentPlan> demoAgents() {
    List<AgentPlan> agents = new ArrayList<>();
    for (int i = 0; i < ALIASES.size(); i++) {
      StringBuilder skills = new StringBuilder("general:60");
      TeamPlan team = GENERAL;
      if (i % 2 == 0) {
        skills.append(" appointments:").append(30 + i);
      }
      if (i % 4 == 1) {
        skills.append(" social:").append(40 + i);
        team = SOCIAL;
      }
      if (i % 5 == 3) {
        skills.append(i % 2 == 0 ? " lang.en:70" : " lang.fr:60");
        team = LANGUAGES;
      }
      if (i % 7 == 5) {
        skills.append(" violence:80");
        team = PROTECTED;
      }
      agents.add(agent(i, skills.toString()).with(team.id()));
    }
    return agents;
  }

  /** So many agents who can all do the same. */
  static List<AgentPlan> agents(int count, String skills) {
    List<AgentPlan> agents = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      agents.add(agent(i, skills));
    }
    return agents;
  }

  private static AgentPlan agent(int index, String skills) {
    SortedMap<SkillId, Integer> levels = new TreeMap<>();
    for (String skill : skills.split(" ", -1)) {
      int colon = skill.indexOf(':');
      levels.put(
          new SkillId(skill.substring(0, colon)), Integer.valueOf(skill.substring(colon + 1)));
    }
    return new AgentPlan(
        new AgentId(String.format(Locale.ROOT, "agent-%02d", index + 1)),
        ALIASES.get(index),
        new PhoneId(TestDays.PBX, "PJSIP/" + (FIRST_EXTENSION + index)),
        new Skills(levels),
        List.of());
  }
}
