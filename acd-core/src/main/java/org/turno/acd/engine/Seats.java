package org.turno.acd.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.turno.acd.agent.Agent;
import org.turno.acd.agent.Person;
import org.turno.acd.input.DeskInput;
import org.turno.acd.plan.AgentId;

/**
 * Who has several seats comes, goes and pauses at all of them by what is asked for at the first.
 */
final class Seats {
  private Seats() {}

  /** What a wish at a person's first seat means at the others. */
  static void others(Decision d, Agent first, DeskInput wish) {
    Person person = first.seat().person();
    if (person == null || !first.plan().seat().person().equals(first.id())) {
      return;
    }
    for (Agent seat : person.seats()) {
      if (seat != first && concerns(seat, wish)) {
        Desk.handle(d, at(seat, wish));
      }
    }
  }

  /** Tells agents who the person is whose seats they are. */
  static void assign(Collection<Agent> agents) {
    Map<AgentId, List<Agent>> byPerson = new LinkedHashMap<>();
    for (Agent agent : agents) {
      byPerson
          .computeIfAbsent(agent.plan().seat().person(), person -> new ArrayList<>())
          .add(agent);
    }
    for (List<Agent> seats : byPerson.values()) {
      Person person = seats.size() == 1 ? null : new Person(seats);
      seats.forEach(seat -> seat.seat().of(person));
    }
  }

  /** Whether it would change anything there. */
  private static boolean concerns(Agent seat, DeskInput wish) {
    return switch (wish) {
      case DeskInput.SignIn w -> seat.configured() && !seat.isSignedIn();
      case DeskInput.SignOut w -> seat.isSignedIn() && !seat.isLeaving();
      case DeskInput.Ready w -> seat.isSignedIn() && seat.pauseReason() != null;
      case DeskInput.Pause w -> seat.isSignedIn() && !w.reason().equals(seat.pauseReason());
      case DeskInput.EndWrapUp w -> false;
      case DeskInput.ExtendWrapUp w -> false;
      case DeskInput.MarkHard w -> false;
      case DeskInput.EndBreak w -> false;
      case DeskInput.Reject w -> false;
    };
  }

  private static DeskInput at(Agent seat, DeskInput wish) {
    return switch (wish) {
      case DeskInput.SignIn w -> new DeskInput.SignIn(seat.id());
      case DeskInput.SignOut w -> new DeskInput.SignOut(seat.id());
      case DeskInput.Ready w -> new DeskInput.Ready(seat.id());
      case DeskInput.Pause w -> new DeskInput.Pause(seat.id(), w.reason(), w.inMs());
      case DeskInput.EndWrapUp w -> w;
      case DeskInput.ExtendWrapUp w -> w;
      case DeskInput.MarkHard w -> w;
      case DeskInput.EndBreak w -> w;
      case DeskInput.Reject w -> w;
    };
  }
}
