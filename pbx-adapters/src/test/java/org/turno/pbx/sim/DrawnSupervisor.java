package org.turno.pbx.sim;

import java.util.List;
import org.turno.acd.contact.Contact;
import org.turno.acd.engine.AcdState;
import org.turno.acd.input.SupervisorInput;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.QueuePlan;

/** Somebody who now and then moves a contact that waits. */
final class DrawnSupervisor {
  private static final double EVERY_MS = 45_000;

  private final SimulatedTurno turno;
  private final SimRandom random;

  DrawnSupervisor(SimulatedTurno turno, SimRandom random) {
    this.turno = turno;
    this.random = random;
  }

  void begin() {
    turno.nowAndThen(random, EVERY_MS, this::act);
  }

  /** Whoever cannot be called back any more, at the end of a day, is not for ever to be. */
  void givesUpCallbacks() {
    AcdState state = turno.state();
    if (state != null) {
      state.contacts().stream()
          .filter(contact -> contact.waiting() && contact.callback() != null)
          .map(contact -> new SupervisorInput.CancelCallback(contact.id(), "chief"))
          .toList()
          .forEach(turno::offer);
    }
  }

  private void act(AcdState state) {
    List<Contact> waiting = state.contacts().stream().filter(Contact::waiting).toList();
    List<QueuePlan> queues = state.plan().queues();
    if (waiting.isEmpty() || queues.isEmpty()) {
      return;
    }
    Contact contact = waiting.get((int) random.between(0, waiting.size() - 1));
    QueuePlan queue = queues.get((int) random.between(0, queues.size() - 1));
    turno.offer(
        switch ((int) random.between(0, 5)) {
          case 0 ->
              new SupervisorInput.SetPriority(contact.id(), (int) random.between(0, 60), "chief");
          case 1 -> new SupervisorInput.MoveTo(contact.id(), (int) random.between(0, 4), "chief");
          case 2 ->
              new SupervisorInput.Withdraw(
                  contact.id(), new Destination.ToQueue(queue.id()), "chief");
          case 3 -> new SupervisorInput.CallBack(contact.id(), "chief");
          case 4 -> new SupervisorInput.CancelCallback(contact.id(), "chief");
          default ->
              new SupervisorInput.Withdraw(
                  contact.id(), new Destination.ToExtension("overflow", "900"), "chief");
        });
  }
}
