package org.turno.acd.plan;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an agent can do: skill to level, 1 (little) to 100 (expert). Immutable, in skill order.
 *
 * @param levels level by skill
 */
public record Skills(SortedMap<SkillId, Integer> levels) {
  /** Nothing in particular. */
  public static final Skills NONE = new Skills(new TreeMap<>());

  /** Copies the map and rejects levels outside 1..100. */
  public Skills {
    for (Map.Entry<SkillId, Integer> e : levels.entrySet()) {
      if (e.getValue() < 1 || e.getValue() > 100) {
        throw new IllegalArgumentException(
            "level " + e.getValue() + " of skill " + e.getKey() + ": use 1 to 100");
      }
    }
    levels = Collections.unmodifiableSortedMap(new TreeMap<>(levels));
  }

  /** The level of a skill; 0 where the agent lacks it. */
  public int level(SkillId skill) {
    return levels.getOrDefault(skill, 0);
  }
}
