package org.turno.acd.explain;

import java.util.ArrayList;
import java.util.List;
import org.turno.acd.plan.Requirement;
import org.turno.acd.plan.Skills;

/**
 * A part of a requirement that an agent does not meet.
 *
 * @param part the smallest part that alone keeps the agent away
 * @param level the agent's level where the part is about one skill, otherwise 0
 */
public record Gap(Requirement part, int level) {
  /** All that is missing, in the order of the requirement; empty where it is met. */
  static List<Gap> of(Requirement requirement, Skills skills) {
    if (requirement.isMetBy(skills)) {
      return List.of();
    }
    return switch (requirement) {
      case Requirement.All all -> {
        List<Gap> gaps = new ArrayList<>();
        all.parts().forEach(part -> gaps.addAll(of(part, skills)));
        yield List.copyOf(gaps);
      }
      case Requirement.Level one -> List.of(new Gap(one, skills.level(one.skill())));
      case Requirement.Any any -> List.of(new Gap(any, 0));
      case Requirement.Not not -> List.of(new Gap(not, 0));
    };
  }
}
