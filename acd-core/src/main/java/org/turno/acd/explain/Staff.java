package org.turno.acd.explain;

import java.util.ArrayList;
import java.util.List;
import org.turno.acd.agent.Agent;
import org.turno.acd.contact.Contact;
import org.turno.acd.engine.AcdState;
import org.turno.acd.routing.Eligibility;

/**
 * Everybody at a moment, as seen from one contact. Agents are in the order of the configuration.
 *
 * @param mayServe signed in and with all that it takes, free or not
 * @param signedOut with all that it takes, but not at work
 * @param barred signed in, but may not serve it
 */
public record Staff(List<Seat> mayServe, List<Seat> signedOut, List<Barred> barred) {
  /** Copies the lists. */
  public Staff {
    mayServe = List.copyOf(mayServe);
    signedOut = List.copyOf(signedOut);
    barred = List.copyOf(barred);
  }

  static Staff of(AcdState state, Contact contact, StateClock clock) {
    List<Seat> mayServe = new ArrayList<>();
    List<Seat> signedOut = new ArrayList<>();
    List<Barred> barred = new ArrayList<>();
    for (Agent agent : state.agents()) {
      Eligibility.Bar bar = Eligibility.bar(agent, contact);
      if (bar != null) {
        if (agent.isSignedIn()) {
          barred.add(
              new Barred(
                  agent.id(),
                  agent.plan().alias(),
                  bar,
                  Gap.of(contact.requirement(), agent.plan().skills())));
        }
      } else if (agent.isSignedIn()) {
        mayServe.add(clock.seat(agent, contact, state));
      } else {
        signedOut.add(clock.seat(agent, contact, state));
      }
    }
    return new Staff(mayServe, signedOut, barred);
  }

  /** Those who may serve it and could not be asked. */
  List<Seat> notFree() {
    return mayServe.stream().filter(seat -> !seat.free()).toList();
  }
}
