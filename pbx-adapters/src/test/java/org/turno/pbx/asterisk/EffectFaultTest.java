package org.turno.pbx.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.turno.acd.effect.Effect;
import org.turno.acd.input.EffectReport;
import org.turno.acd.input.PbxInput;
import org.turno.acd.plan.CallerDisplay;
import org.turno.acd.plan.EffectId;
import org.turno.acd.plan.LegId;

/** What Asterisk may answer to commands, and what comes of it. */
final class EffectFaultTest extends FaultTestBase {
  private static final String GONE = "{\"message\":\"Channel not found\"}";

  @Test
  void parkingAVanishedCallerFindsTheLegGone() {
    connectWithCaller();
    asterisk.answer("POST channels/1.7", 404, GONE);
    adapter.execute(park("p1"));
    assertEquals(EffectReport.Failure.LEG_GONE, failureOf(park("p1")));
  }

  @Test
  void anUnregisteredPhoneIsUnreachableAlsoWhenAsteriskMistakesItForARepeat() {
    connectWithCaller();
    asterisk.answer("GET channels/r", 404, GONE);
    asterisk.answer("channels/create", 500, "{\"error\":\"Allocation failed\"}");
    Effect.Ring first = ring("r1", CallerDisplay.LINE);
    adapter.execute(first);
    assertEquals(EffectReport.Failure.PHONE_UNREACHABLE, failureOf(first));
    asterisk.answer("channels/create", 409, "{\"message\":\"exists already\"}");
    Effect.Ring second = ring("r2", CallerDisplay.LINE);
    adapter.execute(second);
    assertEquals(EffectReport.Failure.PHONE_UNREACHABLE, failureOf(second));
  }

  @Test
  void aRingThatExistsIsNotMadeTwice() {
    connectWithCaller();
    asterisk.answer("GET channels/r1", 200, FakeAsterisk.channel("r1", "Ringing", "").encode());
    asterisk.answer("channels/create", 409, "{\"message\":\"exists already\"}");
    Effect.Ring ring = ring("r1", CallerDisplay.LINE);
    adapter.execute(ring);
    assertEquals(EffectReport.Failure.ALREADY_DONE, failureOf(ring));
    assertEquals(0, asterisk.asked("/dial"));
  }

  @Test
  void noPhoneRingsForACallerWhoIsGone() {
    connectWithCaller();
    asterisk.answer("GET channels/1.7", 404, GONE);
    Effect.Ring ring = ring("r1", CallerDisplay.LINE);
    adapter.execute(ring);
    assertEquals(EffectReport.Failure.LEG_GONE, failureOf(ring));
    eventually("the leg was taken down", () -> asterisk.asked("DELETE channels/r1") == 1);
    assertEquals(0, asterisk.asked("/dial"));
  }

  @Test
  void aLegThatNeverReachesTheApplicationIsTakenDown() {
    connectWithCaller();
    Effect.Ring ring = ring("r1", CallerDisplay.LINE);
    adapter.execute(ring);
    assertEquals(EffectReport.Failure.REFUSED, failureOf(ring));
    eventually("the leg was hung up", () -> asterisk.asked("DELETE channels/r1") == 1);
    assertEquals(0, asterisk.asked("/dial"));
  }

  @Test
  void aWithdrawnRingIsTakenDownOnlyAfterItWasMade() {
    connectWithCaller();
    Effect.Ring ring = ring("r1", CallerDisplay.LINE);
    adapter.execute(ring);
    adapter.execute(hangUp("h1", ring.leg()));
    eventually("the leg was created", () -> asterisk.asked("channels/create") == 1);
    asterisk.send(FakeAsterisk.agentLegStarts("r1"));
    assertInstanceOf(EffectReport.Done.class, reportOf(hangUp("h1", ring.leg())));
    List<String> asked = asterisk.asked();
    assertTrue(
        asked.indexOf("POST channels/r1/dial?timeout=15")
            < asked.indexOf("DELETE channels/r1?reason_code=26"),
        asked.toString());
  }

  @Test
  void theTimersAreOffBeforeTheConversationBeginsAndBothAreInItWhenItIsReported() {
    connectWithCaller();
    adapter.execute(park("p1"));
    LegId agent = new LegId("r1");
    adapter.execute(bridge("b1", agent));
    eventually("both were added", () -> asterisk.asked("addChannel") == 1);
    asterisk.send(FakeAsterisk.enteredBridge("b1", "1.7"));
    assertEquals(
        0, sink.heard().stream().filter(i -> i.equals(done("b1"))).count(), "one is missing");
    asterisk.send(FakeAsterisk.enteredBridge("b1", "r1"));
    sink.await(EffectReport.Done.class, done("b1")::equals);
    List<String> asked = asterisk.asked();
    int added = asked.indexOf(find(asked, "addChannel"));
    String off = "/variable?variable=TIMEOUT%28absolute%29&value=0";
    assertTrue(asked.indexOf("POST channels/1.7" + off) < added, asked.toString());
    assertTrue(asked.indexOf("POST channels/r1" + off) < added, asked.toString());
    assertTrue(find(asked, "addChannel").endsWith("&inhibitConnectedLineUpdates=true"));
  }

  @Test
  void aCallerWhoseAgentVanishedWaitsOnUnderTheSwitch() {
    connectWithCaller();
    adapter.execute(park("p1"));
    reportOf(park("p1"));
    asterisk.answer("addChannel", 400, GONE);
    Effect.Bridge bridge = bridge("b1", new LegId("r1"));
    adapter.execute(bridge);
    assertEquals(EffectReport.Failure.LEG_GONE, failureOf(bridge));
    eventually("the music plays again", () -> asterisk.asked("POST channels/1.7/moh") == 2);
    List<String> asked = asterisk.asked();
    assertEquals(1, asterisk.asked("DELETE bridges/b1"));
    assertTrue(
        asked.lastIndexOf("POST channels/1.7/variable?variable=TIMEOUT%28absolute%29&value=4")
            > asked.indexOf(find(asked, "addChannel")),
        asked.toString());
  }

  @Test
  void whatIsGoneAlreadyIsHungUpAndDropped() {
    connectWithCaller();
    asterisk.answer("DELETE", 404, GONE);
    adapter.execute(hangUp("h1", new LegId("gone")));
    adapter.execute(new Effect.DropBridge(new EffectId("d1"), PBX, new EffectId("gone")));
    sink.await(EffectReport.Done.class, done("h1")::equals);
    sink.await(EffectReport.Done.class, done("d1")::equals);
  }

  @Test
  void anErrorOfAsterisksIsReportedInOneLineWithoutLongNumbers() {
    connectWithCaller();
    asterisk.answer(
        "continue", 500, "{\"message\":\"odd\\nthing with " + Recorded.CALLERS_NUMBER + "\"}");
    Effect.SendToDialplan send =
        new Effect.SendToDialplan(new EffectId("s1"), PBX, CALLER, "turno-overflow", "900");
    adapter.execute(send);
    EffectReport.Failed failed = sink.await(EffectReport.Failed.class);
    assertEquals(EffectReport.Failure.REFUSED, failed.failure());
    assertEquals("send leg 1.7 to 900@turno-overflow: 500 odd thing with ######", failed.detail());
  }

  @Test
  void theSwitchIsArmedAnewOnlyWhileTurnoDecides() {
    connectWithCaller();
    adapter.execute(park("p1"));
    String armed = "channels/1.7/variable?variable=TIMEOUT%28absolute%29&value=4";
    eventually("it was armed three times", () -> asterisk.asked(armed) >= 3);
    sink.deciding = false;
    int looks = sink.askedWhetherDeciding.get();
    eventually("one look was over", () -> sink.askedWhetherDeciding.get() > looks + 1);
    long before = asterisk.asked(armed);
    eventually("it was due twice more", () -> sink.askedWhetherDeciding.get() > looks + 10);
    assertEquals(before, asterisk.asked(armed));
  }

  @Test
  void aBridgedOrLostCallerIsArmedNoMore() {
    connectWithCaller();
    adapter.execute(park("p1"));
    reportOf(park("p1"));
    adapter.execute(hangUp("h1", CALLER));
    reportOf(hangUp("h1", CALLER));
    long before = asterisk.asked("value=4");
    Effect.Park other = new Effect.Park(new EffectId("p2"), PBX, new LegId("1.8"), "default");
    asterisk.send(FakeAsterisk.callArrives("1.8", "012"));
    sink.await(2, PbxInput.CallArrived.class, i -> true);
    adapter.execute(other);
    eventually(
        "another was armed thrice",
        () -> asterisk.asked("channels/1.8/variable?variable=TIMEOUT") >= 3);
    assertEquals(
        before, asterisk.asked("channels/1.7/variable?variable=TIMEOUT%28absolute%29&value=4"));
  }

  @Test
  void aWithheldNumberIsNotEvenAskedFor() {
    connectWithCaller();
    asterisk.answer("CALLERID%28num-pres%29", 200, "{\"value\":\"prohib_not_screened\"}");
    adapter.execute(ring("r1", CallerDisplay.CALLER));
    eventually("the leg was created", () -> asterisk.asked("channels/create") == 1);
    assertEquals(0, asterisk.asked("CALLERID%28num%29"));
    assertTrue(find(asterisk.asked(), "channels/create").contains("\\\"Información\\\" <012>"));
  }

  @Test
  void aNumberThatMayBeShownGoesToThePhoneAndNowhereElse() {
    connectWithCaller();
    String number = Recorded.CALLERS_NUMBER;
    asterisk.answer("CALLERID%28num-pres%29", 200, "{\"value\":\"allowed_not_screened\"}");
    asterisk.answer("CALLERID%28num%29", 200, "{\"value\":\"" + number + "\"}");
    asterisk.answer("channels/create", 500, "{\"error\":\"Allocation failed for " + number + "\"}");
    asterisk.answer("GET channels/r1", 404, GONE);
    Effect.Ring ring = ring("r1", CallerDisplay.CALLER);
    adapter.execute(ring);
    reportOf(ring);
    assertTrue(find(asterisk.asked(), "channels/create").contains("<" + number + ">"));
    assertEquals(List.of(), log.messages().stream().filter(m -> m.contains(number)).toList());
    assertTrue(!sink.heard().toString().contains(number), sink.heard().toString());
  }

  @Test
  void aLineThatDoesNotShowItsCallersAsksForNoNumber() {
    connectWithCaller();
    adapter.execute(ring("r1", CallerDisplay.LINE));
    eventually("the leg was created", () -> asterisk.asked("channels/create") == 1);
    assertEquals(0, asterisk.asked("CALLERID"));
  }

  @Test
  void aCallWithoutALineGoesBackToTheDialplan() {
    connect();
    asterisk.send(FakeAsterisk.callArrives("1.7", ""));
    eventually("it was sent back", () -> asterisk.asked("POST channels/1.7/continue") == 1);
    assertEquals(1, adapter.figures().strayCalls());
    assertEquals(1, sink.heard().size());
  }

  private static EffectReport.Done done(String effect) {
    return new EffectReport.Done(PBX, new EffectId(effect));
  }

  private static String find(List<String> asked, String part) {
    return asked.stream().filter(request -> request.contains(part)).findFirst().orElseThrow();
  }
}
