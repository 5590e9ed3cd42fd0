package org.turno.pbx.sim;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turno.acd.effect.Effect;
import org.turno.acd.engine.InputSink;
import org.turno.acd.input.EffectReport;
import org.turno.acd.input.PbxInput;
import org.turno.acd.plan.PbxId;
import org.turno.pbx.PbxAdapter;

/**
 * The adapter to a {@link SimulatedExchange}: keeps a link to it, carries messages with a little
 * delay, reports every effect, re-arms the dead man's switch. Facts keep their order among
 * themselves and so do reports, but a report may overtake a fact, as with a PBX that answers
 * commands on one connection and tells events on another.
 */
public final class SimulatedPbx implements PbxAdapter {
  private final SimulatedExchange exchange;
  private final SimScheduler scheduler;
  private final SimRandom random;
  private final LinkFaults faults;
  private final List<Effect> early = new ArrayList<>();
  private volatile boolean closed;
  private @Nullable Outlet outlet;
  private @Nullable SimulatedLink link;

  /** An adapter that has not begun to connect. */
  public SimulatedPbx(SimulatedExchange exchange, SimRandom random, LinkFaults faults) {
    this.exchange = exchange;
    this.scheduler = exchange.scheduler();
    this.random = random;
    this.faults = faults;
  }

  @Override
  public PbxId id() {
    return exchange.id();
  }

  @Override
  public void start(InputSink sink) {
    scheduler.schedule(
        0,
        () -> {
          outlet = new Outlet(sink, scheduler, this::resync, () -> closed);
          early.forEach(this::send);
          early.clear();
          connect();
        });
  }

  @Override
  public void execute(Effect effect) {
    scheduler.schedule(0, () -> send(effect));
  }

  private void send(Effect effect) {
    Outlet out = outlet;
    if (closed) {
      return;
    }
    if (out == null) {
      early.add(effect);
    } else if (link == null) {
      out.report(
          new EffectReport.Failed(
              id(), effect.id(), EffectReport.Failure.LINK_DOWN, "the PBX is not connected"));
    } else {
      link.send(effect);
    }
  }

  /** Submits the PBX's inventory soon; nothing happens while the link is down. */
  public void resync() {
    scheduler.schedule(
        0,
        () -> {
          if (link != null) {
            link.sendInventory();
          }
        });
  }

  private void connect() {
    Outlet out = outlet;
    if (closed || out == null || link != null) {
      return;
    }
    SimulatedLink fresh = new SimulatedLink(exchange, random, faults, out, this::lost);
    if (exchange.connect(fresh)) {
      link = fresh;
      fresh.begin();
    } else {
      scheduler.schedule(exchange.times().reconnectMs(), this::connect);
    }
  }

  private void lost(String reason) {
    Outlet out = outlet;
    link = null;
    if (closed || out == null) {
      return;
    }
    out.linkDown(new PbxInput.LinkDown(id(), reason));
    scheduler.schedule(exchange.times().reconnectMs(), this::connect);
  }

  @Override
  public void close() {
    closed = true;
    scheduler.schedule(
        0,
        () -> {
          if (link != null) {
            link.close();
            link = null;
          }
        });
  }
}
