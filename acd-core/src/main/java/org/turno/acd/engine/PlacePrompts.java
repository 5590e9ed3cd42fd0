package org.turno.acd.engine;

import java.util.ArrayList;
import java.util.List;
import org.turno.acd.plan.AnnouncementPolicy;
import org.turno.acd.plan.AnnouncementPolicy.Phrases;
import org.turno.acd.plan.Prompt;

/** A place and a time as recordings and numbers. */
final class PlacePrompts {
  private PlacePrompts() {}

  /**
   * What is played to tell place and time.
   *
   * @param estimateMs whole minutes; 0 where no time is told
   */
  static List<Prompt> of(AnnouncementPolicy policy, int position, long estimateMs) {
    List<Prompt> prompts = new ArrayList<>();
    Phrases phrases = policy.phrases();
    boolean beyond = position > policy.limit();
    switch (policy.position()) {
      case NEVER -> {}
      case ALWAYS -> position(prompts, phrases, position);
      case UP_TO -> {
        if (!beyond) {
          position(prompts, phrases, position);
        }
      }
      case MORE_THAN -> {
        if (beyond) {
          number(prompts, phrases.moreThan(), policy.limit(), phrases.moreThanEnd());
        } else {
          position(prompts, phrases, position);
        }
      }
    }
    if (estimateMs > 0) {
      long minutes = estimateMs / 60_000;
      String unit = minutes == 1 ? phrases.minute() : phrases.minutes();
      number(prompts, phrases.estimate(), minutes, unit);
    }
    if (!prompts.isEmpty()) {
      sound(prompts, phrases.end());
    }
    return prompts;
  }

  private static void position(List<Prompt> prompts, Phrases phrases, int position) {
    if (position == 1 && !phrases.next().isEmpty()) {
      sound(prompts, phrases.next());
    } else {
      number(prompts, phrases.position(), position, phrases.positionEnd());
    }
  }

  private static void number(List<Prompt> prompts, String before, long number, String after) {
    sound(prompts, before);
    prompts.add(new Prompt.Numeral(number));
    sound(prompts, after);
  }

  private static void sound(List<Prompt> prompts, String name) {
    if (!name.isEmpty()) {
      prompts.add(new Prompt.Sound(name));
    }
  }
}
