package org.turno.acd.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.turno.acd.input.DeskInput;
import org.turno.acd.input.HangupReason;
import org.turno.acd.input.PbxInput;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.PhoneState;

/** Somebody with a phone and a desk. */
final class ScenarioAgent {
  private final Scenario floor;
  private final AgentId id;
  private final PhoneId phone;

  ScenarioAgent(Scenario floor, String name) {
    this.floor = floor;
    id = new AgentId(name);
    phone = Scenario.phone(name);
  }

  void signsIn() {
    floor.decide(new DeskInput.SignIn(id));
  }

  void signsOut() {
    floor.decide(new DeskInput.SignOut(id));
  }

  void isReady() {
    floor.decide(new DeskInput.Ready(id));
  }

  void pauses(String reason) {
    floor.decide(new DeskInput.Pause(id, reason));
  }

  void plansPause(String reason, long inMs) {
    floor.decide(new DeskInput.Pause(id, reason, inMs));
  }

  void extendsWrapUp() {
    floor.decide(new DeskInput.ExtendWrapUp(id));
  }

  void marksHard() {
    floor.decide(new DeskInput.MarkHard(id, id.value()));
  }

  /** What a supervisor does. */
  void breakIsEndedBy(String supervisor, String why) {
    floor.decide(new DeskInput.EndBreak(id, supervisor, why));
  }

  void endsWrapUp() {
    floor.decide(new DeskInput.EndWrapUp(id));
  }

  /** By the button on the desk. */
  void declines() {
    floor.decide(new DeskInput.Reject(id));
  }

  void answers() {
    floor.pbx.answer(floor.pbx.ringingAt(phone));
    floor.hearNews();
  }

  /** By the button on the phone. */
  void declinesOnThePhone() {
    floor.pbx.end(floor.pbx.ringingAt(phone), HangupReason.REJECTED);
    floor.hearNews();
  }

  void hangsUp() {
    floor.pbx.end(floor.pbx.talkingAt(phone), HangupReason.NORMAL);
    floor.hearNews();
  }

  /** The PBX says so of the phone. */
  void phoneBecomes(PhoneState state) {
    floor.decide(new PbxInput.PhoneChanged(Scenario.PBX, phone, state));
  }

  /** What the phone does with its next calls, without any notice before. */
  void phoneIs(ObligingPbx.Manner manner) {
    floor.pbx.manner(phone, manner);
  }

  /** Misses in a row. */
  void expectMisses(int misses) {
    int counted =
        floor.state().agents().stream()
            .filter(agent -> agent.id().equals(id))
            .mapToInt(agent -> agent.refusals().misses())
            .sum();
    assertEquals(misses, counted, id.value());
  }
}
