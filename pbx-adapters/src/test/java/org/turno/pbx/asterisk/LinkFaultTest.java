package org.turno.pbx.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.turno.acd.effect.Effect;
import org.turno.acd.input.EffectReport;
import org.turno.acd.input.Input;
import org.turno.acd.input.LegSnapshot;
import org.turno.acd.input.PbxInput;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.pbx.asterisk.ami.AmiAddress;

/** The link is late, lost, silent or full of rubbish, and calls go on. */
final class LinkFaultTest extends FaultTestBase {
  @Test
  void asteriskMayComeAfterTurnoAndItsAbsenceIsLoggedOnce() {
    asterisk.stop();
    adapter.start(sink);
    sink.await(PbxInput.LinkDown.class);
    eventually(
        "the adapter tried several times",
        () -> log.messages().stream().filter(m -> m.contains("next attempt in")).count() > 3);
    asterisk.listen();
    assertEquals("Asterisk 22.10.1", sink.await(PbxInput.Inventory.class).version());
    assertEquals(1, log.warnings().size(), log.warnings().toString());
    assertEquals(2, sink.heard().size());
  }

  @Test
  void anEffectWithoutALinkFailsAtOnce() {
    asterisk.stop();
    adapter.start(sink);
    Effect.Park park = park("p1");
    adapter.execute(park);
    assertEquals(EffectReport.Failure.LINK_DOWN, failureOf(park));
  }

  @Test
  void anEffectBeforeTheFirstInventoryFailsAtOnceToo() {
    asterisk.ignore("GET channels");
    adapter.start(sink);
    eventually("the inventory is being taken", () -> asterisk.asked("GET channels") == 1);
    Effect.Park park = park("p1");
    adapter.execute(park);
    assertEquals(EffectReport.Failure.LINK_DOWN, failureOf(park));
  }

  @Test
  void theInventoryComesBeforeWhatHappenedWhileItWasTaken() {
    asterisk.beforeChannelsAreListed(
        () -> asterisk.sendLater(FakeAsterisk.callArrives("1.7", "012")));
    adapter.start(sink);
    sink.await(PbxInput.CallArrived.class);
    assertInstanceOf(PbxInput.Inventory.class, sink.heard().getFirst());
  }

  @Test
  void theInventoryHoldsWaitingRingingTalkingAndTakenLegs() {
    asterisk.answer("GET channels", 200, Recorded.text("channels.json"));
    asterisk.answer("GET bridges", 200, Recorded.text("bridges.json"));
    asterisk.answer("TURNO_LINE", 404, "{\"message\":\"Provided variable was not found\"}");
    asterisk.answer(
        "GET channels/asterisk-lab-1795297004.32/variable?variable=TURNO_LINE",
        200,
        "{\"value\":\"012\"}");
    connect();
    PbxInput.Inventory inventory = sink.await(PbxInput.Inventory.class);
    assertEquals(LegSnapshot.State.UP, state(inventory, "asterisk-lab-1795296995.24"));
    assertEquals(LegSnapshot.State.RINGING, state(inventory, "turno-11"));
    assertEquals(LegSnapshot.State.UP, state(inventory, "turno-12"));
    assertEquals(LegSnapshot.State.ELSEWHERE, state(inventory, "asterisk-lab-1795297004.32"));
    assertEquals(
        List.of(new LegId("asterisk-lab-1795297005.33"), new LegId("turno-12")),
        inventory.bridges().stream()
            .filter(bridge -> bridge.id().value().equals("turno-13"))
            .findFirst()
            .orElseThrow()
            .legs());
    for (LegSnapshot leg : inventory.legs()) {
      assertEquals(leg.leg().value().startsWith("turno") ? null : new LineId("012"), leg.line());
      assertTrue(leg.createdMs() > 1_795_000_000_000L, leg.toString());
    }
    assertFalse(inventory.toString().contains(Recorded.CALLERS_NUMBER));
  }

  @Test
  void aLegThatWasMadeAndNeverRungIsTakenDownInsteadOfBeingWaitedFor() {
    asterisk.answer(
        "GET channels",
        200,
        Recorded.text("channels.json").replace("\"state\":\"Ringing\"", "\"state\":\"Down\""));
    asterisk.answer("TURNO_LINE", 404, "{\"message\":\"Provided variable was not found\"}");
    connect();
    PbxInput.Inventory inventory = sink.await(PbxInput.Inventory.class);
    assertFalse(
        inventory.legs().stream().anyMatch(leg -> leg.leg().value().equals("turno-11")),
        inventory.toString());
    eventually("the leg is taken down", () -> asterisk.asked("DELETE channels/turno-11") == 1);
  }

  private static LegSnapshot.State state(PbxInput.Inventory inventory, String leg) {
    return inventory.legs().stream()
        .filter(one -> one.leg().value().equals(leg))
        .findFirst()
        .orElseThrow()
        .state();
  }

  @Test
  void aLinkCutDuringTheInventoryTellsNothingOfIt() {
    asterisk.ignore("GET channels");
    asterisk.beforeChannelsAreListed(
        () -> {
          if (asterisk.connections() == 1) {
            asterisk.sendLater(FakeAsterisk.callArrives("1.7", "012"));
            asterisk.cut();
          } else {
            asterisk.forgetRules();
          }
        });
    connect();
    List<Input> heard = sink.heard();
    assertInstanceOf(PbxInput.LinkDown.class, heard.get(0));
    assertInstanceOf(PbxInput.Inventory.class, heard.get(1));
    assertEquals(2, heard.size());
  }

  @Test
  void anInventoryThatFailsIsTakenAgain() {
    asterisk.answer("GET channels", 500, "{\"message\":\"Internal Server Error\"}");
    adapter.start(sink);
    eventually("the adapter came several times", () -> asterisk.connections() > 2);
    asterisk.forgetRules();
    sink.await(PbxInput.Inventory.class);
  }

  @Test
  void anInventoryThatCannotBeReadIsTakenAgain() {
    asterisk.answer("GET channels", 200, "[{\"id\":7}]");
    asterisk.answer("GET bridges", 200, "oops");
    adapter.start(sink);
    eventually("the adapter came several times", () -> asterisk.connections() > 2);
    asterisk.forgetRules();
    sink.await(PbxInput.Inventory.class);
  }

  @Test
  void aCutLinkIsToldAndFollowedByTheInventory() {
    connectWithCaller();
    asterisk.cut();
    sink.await(PbxInput.LinkDown.class);
    sink.await(2, PbxInput.Inventory.class, i -> true);
    eventually("it was counted", () -> adapter.figures().connects() == 2);
    assertEquals(1, adapter.figures().linkLosses());
    assertTrue(adapter.figures().ariConnected());
  }

  @Test
  void anEffectUnderWayWhenTheLinkIsCutIsReportedOnce() {
    connectWithCaller();
    asterisk.ignore("answer");
    Effect.Park park = park("p1");
    adapter.execute(park);
    eventually("the command was sent", () -> asterisk.asked("answer") == 1);
    asterisk.cut();
    assertEquals(EffectReport.Failure.LINK_DOWN, failureOf(park));
    sink.await(2, PbxInput.Inventory.class, i -> true);
    assertEquals(1, sink.heard().stream().filter(i -> i instanceof EffectReport).count());
  }

  @Test
  void anAsteriskThatStopsAnsweringIsLeftAndFoundAgain() {
    connectWithCaller();
    asterisk.ignore("answer");
    Effect.Park park = park("p1");
    adapter.execute(park);
    assertEquals(EffectReport.Failure.LINK_DOWN, failureOf(park));
    assertTrue(sink.await(PbxInput.LinkDown.class).reason().contains("no answer"));
    sink.await(2, PbxInput.Inventory.class, i -> true);
  }

  @Test
  void rubbishIsCountedAndNeitherBelievedNorRepeatedInTheLog() {
    connect();
    String number = Recorded.CALLERS_NUMBER;
    asterisk.send(number);
    asterisk.send("{\"type\":\"StasisStart\",\"caller\":{\"number\":\"" + number);
    asterisk.send("{\"type\":\"StasisStart\",\"args\":[\"012\"],\"channel\":\"" + number + "\"}");
    asterisk.send("[]");
    asterisk.send("{\"type\":\"RESTResponse\",\"request_id\":\"" + number + "\"}");
    asterisk.send("{\"type\":\"Call" + number + "\"}");
    asterisk.send("{}");
    asterisk.send(FakeAsterisk.callArrives("1.7", "012"));
    sink.await(PbxInput.CallArrived.class);
    assertEquals(5, adapter.figures().malformed());
    assertEquals(2, adapter.figures().unknownEvents());
    assertEquals(0, adapter.figures().linkLosses());
    assertEquals(1, log.warnings().size(), log.warnings().toString());
    assertEquals(List.of(), log.messages().stream().filter(m -> m.contains(number)).toList());
  }

  @Test
  void anotherTurnoThatTakesOverIsReported() {
    connect();
    asterisk.send("{\"type\":\"ApplicationReplaced\",\"application\":\"turno\"}");
    assertTrue(sink.await(PbxInput.LinkDown.class).reason().contains("took over"));
    sink.await(2, PbxInput.Inventory.class, i -> true);
  }

  @Test
  void aFullInboxStopsTheReadingLosesNoReportAndIsFollowedByTheInventory() {
    connectWithCaller();
    asterisk.answer("GET channels", 200, "[" + FakeAsterisk.channel("1.7", "Up", "012") + "]");
    sink.full = true;
    Effect.Park park = park("p1");
    adapter.execute(park);
    asterisk.send(FakeAsterisk.callArrives("1.8", "012"));
    eventually(
        "the adapter noticed",
        () -> log.warnings().stream().anyMatch(w -> w.contains("takes nothing")));
    sink.full = false;
    reportOf(park);
    PbxInput.Inventory inventory = sink.await(2, PbxInput.Inventory.class, i -> true);
    assertEquals("1.7", inventory.legs().getFirst().leg().value());
    eventually("it was counted", () -> adapter.figures().resyncs() == 1);
    assertEquals(0, adapter.figures().linkLosses());
  }

  @Test
  void withoutTheManagerInterfaceCallsGoOnAndItIsLoggedOnce() {
    adapter.close();
    AmiAddress nobody = new AmiAddress("127.0.0.1", 1, "acd", "acd");
    adapter = newAdapter(nobody);
    connectWithCaller();
    Effect.Park park = park("p1");
    adapter.execute(park);
    assertInstanceOf(EffectReport.Done.class, reportOf(park));
    assertFalse(adapter.figures().amiConnected());
    eventually("it was logged", () -> !log.warnings().isEmpty());
    assertTrue(log.warnings().getFirst().contains("phones count as UNKNOWN"));
  }

  @Test
  void aClosedAdapterSubmitsNothingMore() {
    connectWithCaller();
    int before = sink.heard().size();
    adapter.close();
    adapter.execute(park("p1"));
    eventually("the link is closed", () -> !adapter.figures().ariConnected());
    assertEquals(before, sink.heard().size());
  }
}
