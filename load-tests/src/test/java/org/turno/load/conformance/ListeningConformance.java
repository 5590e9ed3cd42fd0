package org.turno.load.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.turno.acd.effect.Effect;
import org.turno.acd.input.EffectReport.Failure;
import org.turno.acd.input.HangupReason;
import org.turno.acd.input.LegSnapshot.State;
import org.turno.acd.input.PbxInput;
import org.turno.acd.plan.EffectId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.ListenMode;
import org.turno.load.conformance.PbxUnderTest.Manner;
import org.turno.load.conformance.PbxUnderTest.Phone;

/** What the core relies on for supervisors who take part in conversations. */
abstract class ListeningConformance extends PbxTestBase {
  /** A supervisor whose phone was answered. */
  private record Supervisor(Phone phone, LegId leg) {}

  private Supervisor answers() {
    Phone phone = freePhone(Manner.RINGS);
    Effect.OpenLine ring = new Effect.OpenLine(newId(), pbx.id(), phone.id(), "012", 20_000);
    done(ring);
    eventually("the supervisor's phone rings", () -> phone.timesRung() == 1);
    phone.answer();
    heard.await(new PbxInput.LegAnswered(pbx.id(), ring.leg()));
    return new Supervisor(phone, ring.leg());
  }

  private Effect.Listen listen(Supervisor supervisor, Talk talk, ListenMode mode) {
    return new Effect.Listen(
        newId(), pbx.id(), supervisor.leg(), talk.agent(), talk.bridge(), mode);
  }

  private static List<LegId> in(PbxInput.Inventory inventory, EffectId bridge) {
    return inventory.bridges().stream()
        .filter(b -> b.id().equals(bridge))
        .flatMap(b -> b.legs().stream())
        .toList();
  }

  private void connectsAgain() {
    int before = heard.all(PbxInput.Inventory.class).size();
    pbx.cutLink();
    heard.await(before + 1, PbxInput.Inventory.class);
  }

  @Test
  void whoListensIsApartFromTheConversationAndLeavesItAsItWas() {
    Talk talk = talk();
    Supervisor supervisor = answers();
    Effect.Listen listen = listen(supervisor, talk, ListenMode.LISTEN);
    done(listen);
    assertFalse(pbx.talking(supervisor.leg(), talk.agent()));
    connectsAgain();
    PbxInput.Inventory inventory = heard.all(PbxInput.Inventory.class).getLast();
    assertTrue(in(inventory, listen.id()).contains(supervisor.leg()), "it is told by its id");
    assertEquals(
        3,
        inventory.legs().stream().filter(leg -> leg.state() == State.UP).count(),
        "what is listened through is no leg");
    supervisor.phone().hangUp();
    heard.await(new PbxInput.LegEnded(pbx.id(), supervisor.leg(), HangupReason.NORMAL));
    done(drop(listen.id()));
    assertTrue(pbx.talking(talk.waiting().leg(), talk.agent()));
    talk.phone().hangUp();
    heard.await(new PbxInput.LegEnded(pbx.id(), talk.agent(), HangupReason.NORMAL));
    done(hangUp(talk.waiting().leg()));
    done(drop(talk.bridge()));
    eventually("nothing is left", () -> pbx.legCount() == 0);
  }

  @Test
  void whoWhispersMayBargeInAndStandAsideAgain() {
    Talk talk = talk();
    Supervisor supervisor = answers();
    Effect.Listen whisper = listen(supervisor, talk, ListenMode.WHISPER);
    done(whisper);
    assertFalse(pbx.talking(supervisor.leg(), talk.waiting().leg()));
    // as the core asks for it: in one breath
    execute(drop(whisper.id()));
    done(listen(supervisor, talk, ListenMode.BARGE));
    assertTrue(pbx.talking(supervisor.leg(), talk.waiting().leg()));
    assertTrue(pbx.talking(supervisor.leg(), talk.agent()));
    Effect.Listen listen = listen(supervisor, talk, ListenMode.LISTEN);
    done(listen);
    assertFalse(pbx.talking(supervisor.leg(), talk.agent()));
    assertTrue(pbx.talking(talk.waiting().leg(), talk.agent()));
    talk.waiting().caller().hangUp();
    heard.await(new PbxInput.LegEnded(pbx.id(), talk.waiting().leg(), HangupReason.NORMAL));
    done(hangUp(supervisor.leg()));
    done(drop(listen.id()));
    done(hangUp(talk.agent()));
    done(drop(talk.bridge()));
    heard.await(new PbxInput.LegEnded(pbx.id(), supervisor.leg(), HangupReason.NORMAL));
    eventually("nothing is left", () -> pbx.legCount() == 0);
  }

  @Test
  void whoBargedInLeavesTheTwoTalking() {
    Talk talk = talk();
    Supervisor supervisor = answers();
    done(listen(supervisor, talk, ListenMode.BARGE));
    supervisor.phone().hangUp();
    heard.await(new PbxInput.LegEnded(pbx.id(), supervisor.leg(), HangupReason.NORMAL));
    eventually("only the two are left", () -> pbx.legCount() == 2);
    assertTrue(pbx.talking(talk.waiting().leg(), talk.agent()));
  }

  @Test
  void aConversationThatIsOverCannotBeHeard() {
    Talk talk = talk();
    Supervisor supervisor = answers();
    talk.phone().hangUp();
    heard.await(new PbxInput.LegEnded(pbx.id(), talk.agent(), HangupReason.NORMAL));
    fails(Failure.LEG_GONE, listen(supervisor, talk, ListenMode.LISTEN));
    done(hangUp(supervisor.leg()));
    heard.await(new PbxInput.LegEnded(pbx.id(), supervisor.leg(), HangupReason.NORMAL));
    fails(Failure.LEG_GONE, listen(supervisor, talk, ListenMode.BARGE));
  }
}
