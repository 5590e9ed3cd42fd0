package org.turno.load.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.turno.acd.effect.Effect;
import org.turno.acd.input.EffectReport;
import org.turno.acd.input.LegSnapshot;
import org.turno.acd.input.PbxInput;
import org.turno.acd.plan.CallerDisplay;
import org.turno.acd.plan.EffectId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.PhoneState;
import org.turno.acd.plan.Prompt;
import org.turno.load.conformance.PbxUnderTest.Caller;
import org.turno.load.conformance.PbxUnderTest.Manner;
import org.turno.load.conformance.PbxUnderTest.Phone;
import org.turno.load.lab.Await;
import org.turno.pbx.PbxAdapter;

/** The steps that the kit's sentences are made of. */
abstract class PbxTestBase {
  private static final Duration DEADLINE = Duration.ofSeconds(30);
  private static final long RING_TIMEOUT_MS = 20_000;

  /** Differs from run to run: the PBX may still know ids of the last one. */
  private final String run = Long.toString(System.nanoTime(), 36);

  private final List<EffectId> executed = new ArrayList<>();
  private int nextEffect;
  PbxUnderTest pbx;
  PbxAdapter adapter;
  Heard heard = new Heard();

  abstract PbxUnderTest open();

  /** A caller and the leg that came of the call. */
  record Waiting(Caller caller, LegId leg) {}

  /** Two who talk. */
  record Talk(Waiting waiting, Phone phone, LegId agent, EffectId bridge) {}

  @BeforeEach
  final void start() {
    pbx = open();
    adapter = pbx.newAdapter();
    adapter.start(heard);
    heard.await(PbxInput.Inventory.class);
  }

  @AfterEach
  final void stop() {
    try {
      for (EffectId effect : executed) {
        long reports =
            heard.all(EffectReport.class).stream().filter(r -> r.effect().equals(effect)).count();
        assertEquals(
            Collections.frequency(executed, effect),
            reports,
            () -> "reports of " + effect + " among " + heard.all());
      }
    } finally {
      adapter.close();
      pbx.close();
    }
  }

  /** Turno dies and another is started. */
  final void startAnotherTurno() {
    executed.clear();
    heard = new Heard();
    adapter = pbx.newAdapter();
    adapter.start(heard);
    heard.await(PbxInput.Inventory.class);
  }

  final Waiting callerArrives() {
    int before = heard.all(PbxInput.CallArrived.class).size();
    Caller caller = pbx.call();
    PbxInput.CallArrived arrived = heard.await(before + 1, PbxInput.CallArrived.class);
    assertEquals(pbx.line(), arrived.line());
    return new Waiting(caller, arrived.leg());
  }

  final Waiting callerWaits() {
    Waiting waiting = callerArrives();
    done(park(waiting.leg()));
    return waiting;
  }

  final Phone freePhone(Manner manner) {
    Phone phone = pbx.phone(manner);
    awaitPhone(phone, PhoneState.FREE);
    return phone;
  }

  /** The phone rings; the effect's leg is the agent's. */
  final LegId rings(Phone phone, LegId caller) {
    long before = phone.timesRung();
    Effect.Ring ring = ring(phone, caller);
    done(ring);
    heard.await(new PbxInput.LegRinging(pbx.id(), ring.leg()));
    eventually("the phone rings", () -> phone.timesRung() == before + 1);
    return ring.leg();
  }

  final Talk talk() {
    Waiting waiting = callerWaits();
    Phone phone = freePhone(Manner.RINGS);
    LegId agent = rings(phone, waiting.leg());
    phone.answer();
    heard.await(new PbxInput.LegAnswered(pbx.id(), agent));
    Effect.Bridge bridge = bridge(waiting.leg(), agent);
    done(bridge);
    assertEquals(true, pbx.talking(waiting.leg(), agent), "they talk when it is reported");
    return new Talk(waiting, phone, agent, bridge.id());
  }

  final Effect.Park park(LegId leg) {
    return new Effect.Park(newId(), pbx.id(), leg, "default");
  }

  /** Says a recording several times, and a number. */
  final Effect.Announce announce(LegId leg, int times, Effect.Announce.After after) {
    List<Prompt> prompts = new ArrayList<>(List.of(new Prompt.Numeral(2)));
    for (int i = 0; i < times; i++) {
      prompts.add(new Prompt.Sound(pbx.recording()));
    }
    return new Effect.Announce(newId(), pbx.id(), leg, prompts, "en", after);
  }

  final Effect.Ring ring(Phone phone, LegId caller) {
    return ring(phone, caller, CallerDisplay.LINE, RING_TIMEOUT_MS);
  }

  final Effect.Ring ring(Phone phone, LegId caller, CallerDisplay display, long timeoutMs) {
    return new Effect.Ring(
        newId(), pbx.id(), phone.id(), caller, pbx.line(), "Información", display, timeoutMs);
  }

  final Effect.Bridge bridge(LegId caller, LegId agent) {
    return new Effect.Bridge(newId(), pbx.id(), caller, agent);
  }

  final Effect.HangUp hangUp(LegId leg) {
    return new Effect.HangUp(newId(), pbx.id(), leg);
  }

  final Effect.DropBridge drop(EffectId bridge) {
    return new Effect.DropBridge(newId(), pbx.id(), bridge);
  }

  final EffectId newId() {
    return new EffectId("kit-" + run + "-" + ++nextEffect);
  }

  final void execute(Effect effect) {
    executed.add(effect.id());
    adapter.execute(effect);
  }

  final void done(Effect effect) {
    execute(effect);
    heard.await(new EffectReport.Done(pbx.id(), effect.id()));
  }

  final void fails(EffectReport.Failure failure, Effect effect) {
    execute(effect);
    EffectReport.Failed failed =
        heard.await(
            EffectReport.Failed.class,
            report -> report.effect().equals(effect.id()),
            "failure of " + effect);
    assertEquals(failure, failed.failure());
  }

  final void awaitPhone(Phone phone, PhoneState state) {
    eventually(phone.id() + " is " + state, () -> heard.phone(phone.id()) == state);
  }

  final void eventually(String what, BooleanSupplier condition) {
    Await.until(what, DEADLINE, condition, () -> "heard: " + heard.all());
  }

  static LegSnapshot leg(PbxInput.Inventory inventory, LegId id) {
    return inventory.legs().stream()
        .filter(leg -> leg.leg().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no leg " + id + " in " + inventory));
  }
}
