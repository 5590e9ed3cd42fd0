package org.turno.pbx.sim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.turno.acd.effect.Effect;
import org.turno.acd.input.EffectReport;
import org.turno.acd.input.PbxInput;
import org.turno.acd.plan.EffectId;
import org.turno.acd.plan.LegId;

/**
 * One connection to a simulated PBX, from connect to loss. Commands, facts and reports each keep
 * their order; an inventory is never older than a fact or a report that was delivered before it.
 */
final class SimulatedLink implements Application {
  private static final long RESYNC_MIN_MS = 500;
  private static final long RESYNC_MAX_MS = 3_000;

  /** A command that the PBX has not answered by now makes the adapter look again. */
  private static final long NO_ANSWER_MS = 30_000;

  private final SimulatedExchange exchange;
  private final SimScheduler scheduler;
  private final SimRandom random;
  private final LinkFaults faults;
  private final Outlet outlet;
  private final Consumer<String> onLost;
  private final Map<EffectId, Effect> unreported = new LinkedHashMap<>();
  private final SortedSet<LegId> parked = new TreeSet<>();
  private boolean open = true;
  private long lastCommandMs;
  private long lastFactMs;
  private long lastReportMs;

  SimulatedLink(
      SimulatedExchange exchange,
      SimRandom random,
      LinkFaults faults,
      Outlet outlet,
      Consumer<String> onLost) {
    this.exchange = exchange;
    this.scheduler = exchange.scheduler();
    this.random = random;
    this.faults = faults;
    this.outlet = outlet;
    this.onLost = onLost;
  }

  void begin() {
    sendInventory();
    scheduler.schedule(exchange.times().rearmMs(), this::rearm);
  }

  void close() {
    open = false;
    exchange.disconnect(this);
  }

  // ---- to the PBX

  void send(Effect effect) {
    unreported.put(effect.id(), effect);
    long arriveMs = scheduler.nowMs() + linkMs() + faults.commandDelayMs(effect);
    lastCommandMs = Math.max(lastCommandMs, arriveMs);
    at(lastCommandMs, () -> run(effect));
  }

  private void run(Effect effect) {
    EffectReport report;
    try {
      exchange.commands().run(effect);
      remember(effect);
      report = new EffectReport.Done(effect.pbx(), effect.id());
    } catch (CommandRefused refused) {
      report =
          new EffectReport.Failed(effect.pbx(), effect.id(), refused.failure(), refused.detail());
    }
    deliver(report);
  }

  private void remember(Effect done) {
    switch (done) {
      case Effect.Park park -> parked.add(park.leg());
      case Effect.Bridge bridge -> parked.remove(bridge.caller());
      case Effect.SendToDialplan send -> parked.remove(send.leg());
      case Effect.GiveBack give -> parked.remove(give.leg());
      case Effect.HangUp hangUp -> parked.remove(hangUp.leg());
      case Effect.Announce announce -> {}
      case Effect.Ring ring -> {}
      case Effect.OpenLine open -> {}
      case Effect.AskNumber ask -> {}
      case Effect.CallBack call -> {}
      case Effect.Listen listen -> {}
      case Effect.DropBridge drop -> {}
    }
  }

  private void rearm() {
    if (!open) {
      return;
    }
    if (outlet.deciding()) {
      parked.forEach(exchange.commands()::rearm);
    }
    scheduler.schedule(exchange.times().rearmMs(), this::rearm);
  }

  // ---- from the PBX

  @Override
  public void fact(PbxInput fact) {
    if (fact instanceof PbxInput.LegEnded ended) {
      parked.remove(ended.leg());
    } else if (fact instanceof PbxInput.LegLeft left) {
      parked.remove(left.leg());
    }
    lastFactMs = Math.max(lastFactMs, scheduler.nowMs() + linkMs());
    List<Long> copies = faults.copies(fact);
    for (long extraMs : copies) {
      at(lastFactMs + extraMs, () -> outlet.fact(fact));
    }
    resyncAfter(copies);
  }

  private void deliver(EffectReport report) {
    lastReportMs = Math.max(lastReportMs, scheduler.nowMs() + linkMs());
    List<Long> copies = faults.copies(report);
    if (copies.isEmpty()) {
      scheduler.schedule(NO_ANSWER_MS, () -> giveUp(report.effect()));
    }
    for (long extraMs : copies) {
      at(
          lastReportMs + extraMs,
          () -> {
            unreported.remove(report.effect());
            outlet.report(report);
          });
    }
    resyncAfter(copies);
  }

  private void giveUp(EffectId unanswered) {
    unreported.remove(unanswered);
    sendInventory();
  }

  void sendInventory() {
    if (!open) {
      return;
    }
    PbxInput.Inventory inventory = exchange.inventory();
    long arriveMs = scheduler.nowMs() + linkMs();
    lastFactMs = Math.max(lastFactMs, arriveMs);
    lastReportMs = Math.max(lastReportMs, lastFactMs);
    at(lastFactMs, () -> outlet.fact(inventory));
  }

  /** An adapter that may have missed something asks for the inventory. */
  private void resyncAfter(List<Long> copies) {
    if (copies.equals(LinkFaults.DELIVERED)) {
      return;
    }
    long latestMs = copies.isEmpty() ? 0 : Collections.max(copies);
    scheduler.schedule(
        latestMs + random.between(RESYNC_MIN_MS, RESYNC_MAX_MS), this::sendInventory);
  }

  @Override
  public void linkLost(String reason) {
    open = false;
    List<Effect> lost = new ArrayList<>(unreported.values());
    unreported.clear();
    boolean reportsFirst = random.chance(0.5); // nothing says which the core hears first
    if (!reportsFirst) {
      onLost.accept(reason);
    }
    for (Effect effect : lost) {
      outlet.report(
          new EffectReport.Failed(
              effect.pbx(), effect.id(), EffectReport.Failure.LINK_DOWN, reason));
    }
    if (reportsFirst) {
      onLost.accept(reason);
    }
  }

  /** What is on its way when the link breaks never arrives. */
  private void at(long timeMs, Runnable task) {
    scheduler.schedule(
        timeMs - scheduler.nowMs(),
        () -> {
          if (open) {
            task.run();
          }
        });
  }

  private long linkMs() {
    return random.between(exchange.times().linkMinMs(), exchange.times().linkMaxMs());
  }
}
