package org.turno.load.bench;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.turno.acd.engine.Entry;
import org.turno.acd.input.Input;

/** What one decision costs, by kind and size of floor. Between decisions the floor is restored. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CoreBenchmark {
  /** Kinds of decision. */
  public enum Kind {
    /** A caller comes; nobody is free. */
    ARRIVAL,
    /** A waiting caller hangs up. */
    ABANDON,
    /** An agent becomes free and gets the next caller. */
    AGENT_FREE,
    /** A caller who has waited asks for less; still nobody is free. */
    RELAXATION
  }

  /** A floor of one of three sizes and the input to be measured next. */
  @State(Scope.Thread)
  public static class Floor {
    /** Agents, queues, waiting contacts. */
    @Param({FloorSize.SMALL, FloorSize.MIDDLE, FloorSize.LARGE})
    public String size = "";

    /** What is measured. */
    @Param public Kind kind = Kind.ARRIVAL;

    private BusyFloor floor = new BusyFloor(0, 1, 0, false);
    private @Nullable Entry last;
    private @Nullable Input next;

    /** Builds the floor. */
    @Setup(Level.Trial)
    public void build() {
      FloorSize of = FloorSize.parse(size);
      floor = new BusyFloor(of.agents(), of.queues(), of.waiting(), kind == Kind.RELAXATION);
    }

    /** Restores the floor and lays the next input ready. */
    @Setup(Level.Invocation)
    public void prepare() {
      if (next != null) {
        decide();
      }
      if (last != null) {
        floor.serve(last);
        last = null;
      }
      next =
          switch (kind) {
            case ARRIVAL -> floor.comesForOneWhoLeaves();
            case ABANDON -> floor.leavesAfterOneWhoCame();
            case AGENT_FREE -> floor.agentAboutToBeFree();
            case RELAXATION -> floor.aboutToAskForLess();
          };
      Meter.start();
    }

    /** What comes between decisions is not metered. */
    @TearDown(Level.Invocation)
    public void decided() {
      Meter.stop();
    }

    Entry decide() {
      if (next == null) {
        throw new IllegalStateException("nothing was prepared");
      }
      Entry entry = floor.decide(next);
      next = null;
      last = entry;
      return entry;
    }
  }

  /** One decision. */
  @Benchmark
  public Entry decision(Floor floor) {
    return floor.decide();
  }
}
