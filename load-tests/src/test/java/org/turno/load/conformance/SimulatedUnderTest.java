package org.turno.load.conformance;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.turno.acd.engine.EngineClock;
import org.turno.acd.input.HangupReason;
import org.turno.acd.plan.Key;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.SealedNumber;
import org.turno.load.lab.Await;
import org.turno.pbx.PbxAdapter;
import org.turno.pbx.sim.CallerIdentity;
import org.turno.pbx.sim.ExchangeTimes;
import org.turno.pbx.sim.LinkFaults;
import org.turno.pbx.sim.Party;
import org.turno.pbx.sim.RealTimeScheduler;
import org.turno.pbx.sim.SimRandom;
import org.turno.pbx.sim.SimulatedExchange;
import org.turno.pbx.sim.SimulatedPbx;

/** The simulated PBX in real time. Everything on it happens on its scheduler's thread. */
final class SimulatedUnderTest implements PbxUnderTest {
  private static final PbxId ID = new PbxId("sim");
  private static final LineId LINE = new LineId("012");
  private static final int PHONES = 5;
  private static final long DEAD_MAN_MS = 1_500;

  private final RealTimeScheduler scheduler = new RealTimeScheduler(EngineClock.system());
  private final SimulatedExchange exchange =
      new SimulatedExchange(
          ID, scheduler, new SimRandom(1), new ExchangeTimes(1, 4, 5, 20, DEAD_MAN_MS, 300, 50));
  private final Deque<SimulatedPhone> free = new ArrayDeque<>();
  private final AtomicInteger inDialplan = new AtomicInteger();

  SimulatedUnderTest() {
    for (int i = 0; i < PHONES; i++) {
      SimulatedPhone phone = new SimulatedPhone(new PhoneId(ID, "PJSIP/" + (1001 + i)));
      free.add(phone);
      run(() -> exchange.install(phone.id, phone));
    }
  }

  private void run(Runnable task) {
    get(
        () -> {
          task.run();
          return true;
        });
  }

  private <T> T get(Supplier<T> task) {
    CompletableFuture<T> result = new CompletableFuture<>();
    scheduler.schedule(
        0,
        () -> {
          try {
            result.complete(task.get());
          } catch (RuntimeException e) {
            result.completeExceptionally(e);
          }
        });
    return result.join();
  }

  @Override
  public PbxId id() {
    return ID;
  }

  @Override
  public LineId line() {
    return LINE;
  }

  @Override
  public String recording() {
    return "recording";
  }

  @Override
  public String overflowExtension() {
    return "general";
  }

  @Override
  public SealedNumber numberOf(Phone phone) {
    return get(() -> exchange.numberOf((SimulatedPhone) phone));
  }

  @Override
  public PbxAdapter newAdapter() {
    return new SimulatedPbx(exchange, new SimRandom(2), LinkFaults.none());
  }

  @Override
  public Caller call() {
    SimulatedCaller caller = new SimulatedCaller();
    LegId leg = get(() -> exchange.call(LINE, new CallerIdentity("600555123", false), caller));
    return new Caller() {
      @Override
      public void hangUp() {
        run(() -> exchange.hangUp(leg));
      }

      @Override
      public void press(Key key) {
        run(() -> exchange.press(leg, key));
      }

      @Override
      public boolean ended() {
        return caller.ended;
      }
    };
  }

  @Override
  public Phone phone(Manner manner) {
    SimulatedPhone phone = free.remove();
    phone.manner = manner;
    if (manner == Manner.ENGAGED) {
      phone.callSomebodyElse();
    }
    return phone;
  }

  @Override
  public long callersInDialplan() {
    return inDialplan.get();
  }

  @Override
  public boolean talking(LegId one, LegId other) {
    return get(
        () ->
            exchange.turnoBridges().stream()
                .anyMatch(talk -> talk.legs().containsAll(List.of(one, other))));
  }

  @Override
  public long legCount() {
    return get(exchange::legCount);
  }

  @Override
  public void cutLink() {
    run(() -> exchange.cutLink("cut by the test"));
  }

  @Override
  public void restart() {
    run(() -> exchange.restart(100));
    Await.until("the simulated PBX to be up", Duration.ofSeconds(10), () -> get(exchange::up));
  }

  @Override
  public void close() {
    scheduler.close();
  }

  /** Somebody outside. */
  private final class SimulatedCaller implements Party {
    volatile boolean ended;

    @Override
    public void sentOn(LegId leg, String extension) {
      inDialplan.incrementAndGet();
    }

    @Override
    public void ended(LegId leg) {
      ended = true;
    }
  }

  /** An agent's phone. */
  private final class SimulatedPhone implements Phone, Party {
    private final PhoneId id;
    private volatile Manner manner = Manner.RINGS;
    private final AtomicInteger rung = new AtomicInteger();
    private final AtomicInteger silenced = new AtomicInteger();
    private volatile String display = "";
    private volatile @Nullable LegId leg;
    private boolean answered;

    SimulatedPhone(PhoneId id) {
      this.id = id;
    }

    @Override
    public void opensLine(LegId ringing) {
      leg = ringing;
      answered = false;
      rung.incrementAndGet();
    }

    @Override
    public void calledBack(LegId ringing) {
      opensLine(ringing);
    }

    @Override
    public void rings(LegId ringing, LineId line, String shown) {
      leg = ringing;
      display = shown;
      answered = false;
      rung.incrementAndGet();
      if (manner == Manner.DECLINES) {
        exchange.reject(ringing, HangupReason.REJECTED);
      }
    }

    @Override
    public void ended(LegId gone) {
      if (!answered) {
        silenced.incrementAndGet();
      }
    }

    @Override
    public PhoneId id() {
      return id;
    }

    @Override
    public long timesRung() {
      return rung.get();
    }

    @Override
    public String display() {
      return display;
    }

    @Override
    public long timesSilenced() {
      return silenced.get();
    }

    @Override
    public void answer() {
      LegId ringing = leg;
      if (ringing != null) {
        run(
            () -> {
              answered = true;
              exchange.answer(ringing);
            });
      }
    }

    @Override
    public void hangUp() {
      LegId up = leg;
      if (up != null) {
        run(() -> exchange.hangUp(up));
      }
    }

    @Override
    public void unregister() {
      run(() -> exchange.setRegistered(id, false));
    }

    @Override
    public void register() {
      run(() -> exchange.setRegistered(id, true));
    }

    @Override
    public void callSomebodyElse() {
      run(() -> exchange.setPrivatelyBusy(id, true));
    }
  }
}
