package org.turno.pbx.sim;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.turno.acd.effect.Effect;
import org.turno.acd.engine.AcdCore;
import org.turno.acd.engine.AcdState;
import org.turno.acd.engine.DecisionLoop;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.InputSink;
import org.turno.acd.engine.Journal;
import org.turno.acd.input.AdminInput;
import org.turno.acd.input.EffectReport;
import org.turno.acd.input.Input;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.recovery.Recovery;

/**
 * The production core as a process in simulated time: with an inbox, a journal that outlives it,
 * and a way to die at any point of a decision. The sink given out is the desk's: it outlives the
 * process and fails while there is none.
 */
final class SimulatedTurno implements InputSink {
  /** Where in a decision the process dies. */
  enum CrashPoint {
    BEFORE_APPEND,
    AFTER_APPEND,
    /** The machine fails before the entry is forced to its disk: the entry is gone with it. */
    BEFORE_FORCE,
    /** On the disk, and nothing of it is sent yet. */
    AFTER_FORCE,
    AMID_DISPATCH,
    AFTER_DISPATCH,
    /** The PBX did what it was asked, and its report dies with the process. */
    BEFORE_REPORT,
    AFTER_REPORT,
    /** As soon as it runs again, while it tells the core that it does. */
    WHILE_STARTING
  }

  private static final class Died extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private record Item(Input input, @Nullable CompletableFuture<Entry> reply) {
    void fail() {
      if (reply != null) {
        reply.completeExceptionally(new IllegalStateException("the process died"));
      }
    }
  }

  private final SimScheduler scheduler;
  private final SimulatedExchange exchange;
  private final SimRandom random;
  private final LinkFaults faults;
  private final Runnable onEntry;
  private final Consumer<AcdState> onRecovery;
  private final List<Entry> journal;
  private final SimulatedDisk disk;
  private FloorPlan plan;
  private @Nullable Life life;
  private @Nullable CrashPoint nextCrash;
  private long crashedDownMs;
  private int starts;
  private int capacity = 1_024;
  private long decisionMs;

  SimulatedTurno(
      SimulatedExchange exchange,
      FloorPlan plan,
      SimRandom random,
      LinkFaults faults,
      List<Entry> journal,
      Runnable onEntry,
      Consumer<AcdState> onRecovery) {
    this.scheduler = exchange.scheduler();
    this.exchange = exchange;
    this.plan = plan;
    this.random = random;
    this.faults = faults;
    this.journal = journal;
    this.disk = new SimulatedDisk(journal, random.stream("disk"));
    this.onEntry = onEntry;
    this.onRecovery = onRecovery;
  }

  /** Everything that was written, oldest first. */
  List<Entry> journal() {
    return journal;
  }

  /** The running process's state; null while there is none. */
  @Nullable AcdState state() {
    return life == null ? null : life.loop.state();
  }

  /** Looks at the state at drawn moments, as long as the run goes on, while there is a process. */
  void nowAndThen(SimRandom moments, double meanMs, Consumer<AcdState> look) {
    scheduler.schedule(
        (long) moments.exponential(meanMs),
        () -> {
          AcdState state = state();
          if (state != null) {
            look.accept(state);
          }
          nowAndThen(moments, meanMs, look);
        });
  }

  /** Starts the process: recovers, says what a starting Turno says, connects. */
  void start() {
    AcdState state = disk.recover();
    if (!journal.isEmpty()) {
      onRecovery.accept(state);
    }
    starts++;
    Life fresh = new Life(state);
    life = fresh;
    List<Input> first = Recovery.startInputs(state, plan, "sim");
    for (Input input : first) {
      if (life == fresh) {
        fresh.decide(new Item(input, null));
      }
      if (life == fresh && nextCrash == CrashPoint.WHILE_STARTING && starts > 1) {
        nextCrash = null;
        die(fresh);
      }
    }
    if (life == fresh) {
      fresh.pbx.start(fresh);
    }
  }

  /** Dies at a point of one of the next decisions and starts again after a while. */
  void crashAt(CrashPoint point, long downMs) {
    nextCrash = point;
    crashedDownMs = downMs;
  }

  /** Dies at once, and again while it starts. */
  void crashTwice(long downMs) {
    crashAt(CrashPoint.WHILE_STARTING, downMs);
    Life running = life;
    if (running != null) {
      die(running);
    }
  }

  /** Whatever was planned, it does not die any more. */
  void spare() {
    nextCrash = null;
  }

  /** How much it can take: inputs that may wait, and how long each decision lasts. */
  void load(int newCapacity, long newDecisionMs) {
    capacity = newCapacity;
    decisionMs = newDecisionMs;
  }

  /** The configuration changes; false where nobody could take the change. */
  boolean reconfigure(FloorPlan changed) {
    if (!offer(new AdminInput.PlanLoaded(changed))) {
      return false;
    }
    plan = changed;
    return true;
  }

  @Override
  public boolean offer(Input input) {
    return life != null && life.offer(input);
  }

  @Override
  public CompletionStage<Entry> submit(Input input) {
    CompletableFuture<Entry> reply = new CompletableFuture<>();
    if (life == null || !life.put(new Item(input, reply))) {
      reply.completeExceptionally(new IllegalStateException("nobody takes it now"));
    }
    return reply;
  }

  @Override
  public boolean deciding() {
    return life != null;
  }

  private void die(Life who) {
    life = null;
    who.alive = false;
    who.inbox.forEach(Item::fail);
    who.inbox.clear();
    // what the process had written to its sockets still goes out
    scheduler.schedule(random.between(0, 12), who.pbx::close);
    scheduler.schedule(crashedDownMs, this::start);
  }

  /** One life of the process. */
  private final class Life implements InputSink {
    final DecisionLoop loop;
    final SimulatedPbx pbx;
    final Deque<Item> inbox = new ArrayDeque<>();
    boolean alive = true;
    private boolean busy;
    private long wakeMs = Long.MAX_VALUE;
    private int dispatched;

    Life(AcdState state) {
      pbx = new SimulatedPbx(exchange, random.stream("link " + starts), faults);
      loop = new DecisionLoop(new AcdCore(state), new CrashingJournal(), this::dispatch);
    }

    private void dispatch(Effect effect) {
      if (dispatched++ > 0) {
        dieAt(CrashPoint.AMID_DISPATCH);
      }
      pbx.execute(effect);
    }

    @Override
    public boolean offer(Input input) {
      return put(new Item(input, null));
    }

    @Override
    public CompletionStage<Entry> submit(Input input) {
      throw new IllegalStateException("adapters only offer");
    }

    @Override
    public boolean deciding() {
      return alive;
    }

    boolean put(Item item) {
      if (!alive || inbox.size() >= capacity) {
        return false;
      }
      inbox.add(item);
      workOn();
      return true;
    }

    private void workOn() {
      if (!busy) {
        busy = true;
        scheduler.schedule(decisionMs, this::work);
      }
    }

    private void work() {
      busy = false;
      if (!alive) {
        return;
      }
      Input due = loop.due(scheduler.nowMs());
      Item item = due == null ? inbox.poll() : new Item(due, null);
      if (item != null) {
        decide(item);
      }
      if (alive) {
        if (!inbox.isEmpty() || loop.due(scheduler.nowMs()) != null) {
          workOn();
        }
        sleepUntilTheNextTimer();
      }
    }

    private void sleepUntilTheNextTimer() {
      Long nextMs = loop.state().nextDeadlineMs();
      if (nextMs != null && (nextMs < wakeMs || wakeMs <= scheduler.nowMs())) {
        wakeMs = nextMs;
        scheduler.schedule(nextMs - scheduler.nowMs(), this::workOn);
      }
    }

    void decide(Item item) {
      dispatched = 0;
      Entry entry;
      boolean report = item.input() instanceof EffectReport;
      try {
        if (report) {
          dieAt(CrashPoint.BEFORE_REPORT);
        }
        entry = loop.process(item.input(), scheduler.nowMs());
        if (report) {
          dieAt(CrashPoint.AFTER_REPORT);
        }
        if (!entry.effects().isEmpty()) {
          dieAt(CrashPoint.AFTER_DISPATCH);
        }
      } catch (Died died) {
        die(this);
        item.fail();
        return;
      }
      disk.follow();
      onEntry.run();
      if (item.reply() != null) {
        item.reply().complete(entry);
      }
    }

    private void dieAt(CrashPoint point) {
      if (nextCrash == point) {
        nextCrash = null;
        throw new Died();
      }
    }

    private final class CrashingJournal implements Journal {
      @Override
      public void append(Entry entry) {
        dieAt(CrashPoint.BEFORE_APPEND);
        journal.add(entry);
        dieAt(CrashPoint.AFTER_APPEND);
      }

      @Override
      public void commit() {
        if (nextCrash == CrashPoint.BEFORE_FORCE) {
          disk.loseWhatWasNotForced();
        }
        dieAt(CrashPoint.BEFORE_FORCE);
        disk.force();
        dieAt(CrashPoint.AFTER_FORCE);
      }

      @Override
      public void close() {}
    }
  }
}
