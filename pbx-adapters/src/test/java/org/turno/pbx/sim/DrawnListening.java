package org.turno.pbx.sim;

import java.util.List;
import org.turno.acd.contact.Contact;
import org.turno.acd.contact.Listening;
import org.turno.acd.engine.AcdState;
import org.turno.acd.input.SupervisorInput;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.ListenMode;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.SupervisorPlan;

/** Supervisors who listen, whisper and barge in, with leave and without, and their phones. */
final class DrawnListening implements Party {
  /** The second may less; a third, whom nobody knows, may nothing. */
  static final List<SupervisorPlan> SUPERVISORS =
      List.of(
          new SupervisorPlan("chief", phone(900), List.of(ListenMode.values())),
          new SupervisorPlan("deputy", phone(901), List.of(ListenMode.LISTEN)));

  private static final List<String> NAMES = List.of("chief", "chief", "deputy", "stranger");
  private static final double EVERY_MS = 20_000;

  private final SimulatedTurno turno;
  private final SimulatedExchange exchange;
  private final SimRandom random;

  DrawnListening(SimulatedTurno turno, SimulatedExchange exchange, SimRandom random) {
    this.turno = turno;
    this.exchange = exchange;
    this.random = random;
    SUPERVISORS.forEach(supervisor -> exchange.install(supervisor.phone(), this));
  }

  private static PhoneId phone(int number) {
    return new PhoneId(TestDays.PBX, "PJSIP/" + number);
  }

  void begin() {
    turno.nowAndThen(random, EVERY_MS, this::act);
  }

  private void act(AcdState state) {
    String by = NAMES.get((int) random.between(0, NAMES.size() - 1));
    List<Listening> now =
        state.listenings().stream().filter(l -> l.supervisor().equals(by)).toList();
    List<Contact> all = List.copyOf(state.contacts());
    ListenMode mode = List.of(ListenMode.values()).get((int) random.between(0, 2));
    String why = random.chance(0.8) ? "training" : "";
    if (!now.isEmpty() && random.chance(0.7)) {
      turno.offer(
          random.chance(0.3)
              ? new SupervisorInput.StopListening(now.getFirst().contact(), by)
              : new SupervisorInput.Listen(now.getFirst().contact(), mode, by, why));
    } else if (!all.isEmpty()) {
      Contact contact = all.get((int) random.between(0, all.size() - 1));
      turno.offer(new SupervisorInput.Listen(contact.id(), mode, by, why));
    }
  }

  /** Most answer their phone, and hear for a while. */
  @Override
  public void opensLine(LegId leg) {
    if (random.chance(0.8)) {
      later(random.between(500, 6_000), () -> exchange.answer(leg));
      later(random.between(6_000, 90_000), () -> exchange.hangUp(leg));
    }
  }

  private void later(long afterMs, Runnable what) {
    exchange.scheduler().schedule(afterMs, what);
  }
}
