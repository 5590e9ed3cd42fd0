package org.turno.pbx.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.turno.acd.effect.Effect;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.InputSink;
import org.turno.acd.input.EffectReport;
import org.turno.acd.input.HangupReason;
import org.turno.acd.input.Input;
import org.turno.acd.input.PbxInput;
import org.turno.acd.plan.CallerDisplay;
import org.turno.acd.plan.EffectId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.PhoneState;

/** The simulated PBX behaves like the real one where Turno can notice. */
final class SimulatedPbxTest {
  private static final PbxId PBX = new PbxId("sim");
  private static final PhoneId PHONE = new PhoneId(PBX, "PJSIP/1001");
  private static final LineId LINE = new LineId("012");
  private static final CallerIdentity CALLER = new CallerIdentity("600111222", false);

  private final VirtualScheduler time = new VirtualScheduler(1_000_000);
  private final SimulatedExchange exchange =
      new SimulatedExchange(PBX, time, new SimRandom(1), ExchangeTimes.typical());
  private final SimulatedPbx pbx = new SimulatedPbx(exchange, new SimRandom(2), LinkFaults.none());
  private final RecordingSink sink = new RecordingSink();
  private final List<String> noticed = new ArrayList<>();
  private final Party caller = new NoticingParty("caller");
  private final Party agent = new NoticingParty("agent");

  @Test
  void theInventoryComesBeforeAnyOtherFact() {
    pbx.start(sink);
    exchange.install(PHONE, agent);
    passMs(0);
    LegId leg = exchange.call(LINE, CALLER, caller);
    passMs(100);
    PbxInput.Inventory inventory = sink.only(PbxInput.Inventory.class);
    assertEquals(inventory, sink.heard.get(0));
    assertEquals(PhoneState.FREE, inventory.phones().get(0).state());
    assertEquals(new PbxInput.CallArrived(PBX, leg, LINE), sink.heard.get(1));
  }

  @Test
  void callerAndAgentTalkAndTheOneLeftBehindStaysUntilHungUp() {
    LegId call = connectedCall();
    Effect.Ring ring = ring("r1", call);
    pbx.execute(ring);
    passMs(1_000);
    assertEquals(List.of("agent rings"), noticed);
    exchange.answer(ring.leg());
    passMs(100);
    EffectId bridge = new EffectId("b1");
    pbx.execute(new Effect.Bridge(bridge, PBX, call, ring.leg()));
    passMs(100);
    assertTrue(sink.heard.contains(new EffectReport.Done(PBX, bridge)));
    exchange.hangUp(call);
    passMs(100);
    assertEquals(
        List.of("agent rings", "caller talking", "agent talking", "agent alone", "caller ended"),
        noticed);
    assertTrue(sink.heard.contains(new PbxInput.LegEnded(PBX, call, HangupReason.NORMAL)));
    pbx.execute(new Effect.HangUp(new EffectId("h1"), PBX, ring.leg()));
    pbx.execute(new Effect.DropBridge(new EffectId("d1"), PBX, bridge));
    passMs(100);
    assertEquals(0, exchange.legCount());
    assertTrue(exchange.turnoBridges().isEmpty());
  }

  @Test
  void ringingTwiceWithOneIdRingsOnce() {
    LegId call = connectedCall();
    pbx.execute(ring("r1", call));
    pbx.execute(ring("r1", call));
    passMs(1_000);
    assertEquals(List.of("agent rings"), noticed);
    assertEquals(EffectReport.Failure.ALREADY_DONE, sink.only(EffectReport.Failed.class).failure());
  }

  @Test
  void anUnregisteredPhoneCannotBeRungAndABusyOneSaysSo() {
    LegId call = connectedCall();
    exchange.setRegistered(PHONE, false);
    pbx.execute(ring("r1", call));
    passMs(1_000);
    assertEquals(
        EffectReport.Failure.PHONE_UNREACHABLE, sink.only(EffectReport.Failed.class).failure());
    exchange.setRegistered(PHONE, true);
    exchange.setPrivatelyBusy(PHONE, true);
    Effect.Ring second = ring("r2", call);
    pbx.execute(second);
    passMs(1_000);
    assertTrue(sink.heard.contains(new PbxInput.LegEnded(PBX, second.leg(), HangupReason.BUSY)));
    assertTrue(sink.heard.contains(new PbxInput.PhoneChanged(PBX, PHONE, PhoneState.BUSY)));
    assertEquals(List.of(), noticed.stream().filter(n -> n.equals("agent rings")).toList());
  }

  @Test
  void aPhoneThatNobodyAnswersRingsOut() {
    LegId call = connectedCall();
    Effect.Ring ring = ring("r1", call);
    pbx.execute(ring);
    passMs(20_000);
    assertTrue(sink.heard.contains(new PbxInput.LegEnded(PBX, ring.leg(), HangupReason.NO_ANSWER)));
  }

  @Test
  void aParkedCallerStaysAsLongAsTurnoDecidesAndGoesToTheFallbackSoonAfter() {
    LegId call = connectedCall();
    pbx.execute(new Effect.Park(new EffectId("p1"), PBX, call, "default"));
    passMs(600_000);
    assertEquals(List.of(), noticed);
    sink.deciding = false;
    passMs(15_000);
    assertEquals(List.of("caller sent to fallback"), noticed);
    assertTrue(sink.heard.contains(new PbxInput.LegLeft(PBX, call)));
  }

  @Test
  void withoutTurnoNewCallersGoToTheFallbackAtOnce() {
    connectedCall();
    pbx.close();
    passMs(10);
    exchange.call(LINE, CALLER, caller);
    assertEquals(List.of("caller sent to fallback"), noticed);
  }

  @Test
  void aLostLinkFailsWhatIsUnderWayAndComesBackWithTheInventory() {
    LegId call = connectedCall();
    pbx.execute(new Effect.Park(new EffectId("p1"), PBX, call, "default"));
    passMs(1);
    sink.heard.clear();
    exchange.cutLink("test");
    assertEquals(EffectReport.Failure.LINK_DOWN, sink.only(EffectReport.Failed.class).failure());
    sink.only(PbxInput.LinkDown.class);
    passMs(1_000);
    assertEquals(call, sink.only(PbxInput.Inventory.class).legs().get(0).leg());
  }

  @Test
  void aFullInboxLosesNoReportAndIsFollowedByTheInventory() {
    LegId call = connectedCall();
    sink.heard.clear();
    sink.full = true;
    EffectId park = new EffectId("p1");
    pbx.execute(new Effect.Park(park, PBX, call, "default"));
    exchange.hangUp(call);
    passMs(1_000);
    assertEquals(List.of(), sink.heard);
    sink.full = false;
    passMs(1_000);
    assertEquals(park, ((EffectReport) sink.heard.get(0)).effect());
    assertTrue(sink.only(PbxInput.Inventory.class).legs().isEmpty());
  }

  @Test
  void aRestartedPbxHasNoCallsAndItsPhonesRegisterOneByOne() {
    connectedCall();
    sink.heard.clear();
    exchange.restart(5_000);
    assertEquals(List.of("caller ended"), noticed);
    passMs(5_600);
    PbxInput.Inventory inventory = sink.only(PbxInput.Inventory.class);
    assertTrue(inventory.legs().isEmpty());
    passMs(20_000);
    assertTrue(sink.heard.contains(new PbxInput.PhoneChanged(PBX, PHONE, PhoneState.FREE)));
  }

  @Test
  void aClosedAdapterSubmitsNothing() {
    LegId call = connectedCall();
    pbx.execute(new Effect.Park(new EffectId("p1"), PBX, call, "default"));
    pbx.close();
    sink.heard.clear();
    passMs(60_000);
    assertEquals(List.of(), sink.heard);
    assertFalse(exchange.linked());
  }

  private LegId connectedCall() {
    exchange.install(PHONE, agent);
    pbx.start(sink);
    passMs(100);
    LegId call = exchange.call(LINE, CALLER, caller);
    passMs(100);
    return call;
  }

  private static Effect.Ring ring(String id, LegId caller) {
    return new Effect.Ring(
        new EffectId(id), PBX, PHONE, caller, LINE, "Información", CallerDisplay.LINE, 16_000);
  }

  private void passMs(long ms) {
    time.runUntil(time.nowMs() + ms);
  }

  /** Keeps what a sink was offered. */
  private static final class RecordingSink implements InputSink {
    final List<Input> heard = new ArrayList<>();
    boolean deciding = true;
    boolean full;

    @Override
    public boolean offer(Input input) {
      if (full) {
        return false;
      }
      heard.add(input);
      return true;
    }

    @Override
    public CompletionStage<Entry> submit(Input input) {
      return CompletableFuture.failedFuture(new IllegalStateException("adapters only offer"));
    }

    @Override
    public boolean deciding() {
      return deciding;
    }

    <T extends Input> T only(Class<T> type) {
      List<T> found = heard.stream().filter(type::isInstance).map(type::cast).toList();
      assertEquals(1, found.size(), () -> "one " + type.getSimpleName() + " in " + heard);
      return found.get(0);
    }
  }

  /** Writes down what a person notices. */
  private final class NoticingParty implements Party {
    private final String name;

    NoticingParty(String name) {
      this.name = name;
    }

    @Override
    public void rings(LegId leg, LineId line, String display) {
      noticed.add(name + " rings");
    }

    @Override
    public void talking(LegId leg) {
      noticed.add(name + " talking");
    }

    @Override
    public void alone(LegId leg) {
      noticed.add(name + " alone");
    }

    @Override
    public void sentOn(LegId leg, String extension) {
      noticed.add(name + " sent to " + extension);
    }

    @Override
    public void ended(LegId leg) {
      noticed.add(name + " ended");
    }
  }
}
