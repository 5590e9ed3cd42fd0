package org.turno.acd.plan;

import java.util.List;

/**
 * What a contact asks of an agent, for example {@code violence >= 50 and (lang.es or lang.en >=
 * 30)}. A skill without a level asks for at least 1. Immutable; equal texts give equal values.
 */
public sealed interface Requirement {
  /** Asks for nothing: any agent of the queue will do. */
  static Requirement nothing() {
    return All.OF_NOTHING;
  }

  /** Whether an agent with these skills may serve. */
  boolean isMetBy(Skills skills);

  /**
   * Parses the text form. Operators {@code and}, {@code or}, {@code not} and parentheses; {@code
   * and} binds tighter than {@code or}; comparisons {@code >= > <= < ==} with a level 0..100.
   *
   * @throws RequirementSyntaxException with the column and the remedy
   */
  static Requirement parse(String text) {
    return new RequirementParser(text).parse();
  }

  /**
   * The sum of an agent's levels in the skills that this names and does not exclude, each counted
   * as often as it is named.
   */
  default int levelSum(Skills skills) {
    return switch (this) {
      case Level level -> skills.level(level.skill());
      case All all -> sum(all.parts(), skills);
      case Any any -> sum(any.parts(), skills);
      case Not not -> 0;
    };
  }

  private static int sum(List<Requirement> parts, Skills skills) {
    int sum = 0;
    for (Requirement part : parts) {
      sum += part.levelSum(skills);
    }
    return sum;
  }

  /**
   * How many of the parts that {@code and} joins at the top hold: what a preference goes by.
   * Nothing has no parts.
   */
  default int partsMet(Skills skills) {
    if (this instanceof All all) {
      int met = 0;
      for (Requirement part : all.parts()) {
        met += part.partsMet(skills);
      }
      return met;
    }
    return isMetBy(skills) ? 1 : 0;
  }

  /** Both this and the other. */
  default Requirement and(Requirement other) {
    if (this.equals(All.OF_NOTHING)) {
      return other;
    }
    return other.equals(All.OF_NOTHING) ? this : new All(List.of(this, other));
  }

  /** How a level is compared. */
  enum Comparison {
    /** At least. */
    AT_LEAST(">="),
    /** More than. */
    MORE_THAN(">"),
    /** At most. */
    AT_MOST("<="),
    /** Less than. */
    LESS_THAN("<"),
    /** Exactly. */
    EXACTLY("==");

    private final String symbol;

    Comparison(String symbol) {
      this.symbol = symbol;
    }

    boolean holds(int level, int bound) {
      return switch (this) {
        case AT_LEAST -> level >= bound;
        case MORE_THAN -> level > bound;
        case AT_MOST -> level <= bound;
        case LESS_THAN -> level < bound;
        case EXACTLY -> level == bound;
      };
    }
  }

  /** One skill compared with a level; a missing skill counts as level 0. */
  record Level(SkillId skill, Comparison comparison, int bound) implements Requirement {
    @Override
    public boolean isMetBy(Skills skills) {
      return comparison.holds(skills.level(skill), bound);
    }

    @Override
    public String toString() {
      return comparison == Comparison.AT_LEAST && bound == 1
          ? skill.value()
          : skill + " " + comparison.symbol + " " + bound;
    }
  }

  /** Every part holds; an empty list always does. */
  record All(List<Requirement> parts) implements Requirement {
    private static final All OF_NOTHING = new All(List.of());

    /** Copies the list. */
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean isMetBy(Skills skills) {
      for (Requirement part : parts) {
        if (!part.isMetBy(skills)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public String toString() {
      return RequirementParser.join(parts, " and ");
    }
  }

  /** At least one part holds. */
  record Any(List<Requirement> parts) implements Requirement {
    /** Copies the list. */
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean isMetBy(Skills skills) {
      for (Requirement part : parts) {
        if (part.isMetBy(skills)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public String toString() {
      return RequirementParser.join(parts, " or ");
    }
  }

  /** The part does not hold. */
  record Not(Requirement part) implements Requirement {
    @Override
    public boolean isMetBy(Skills skills) {
      return !part.isMetBy(skills);
    }

    @Override
    public String toString() {
      return "not " + RequirementParser.grouped(part);
    }
  }
}
