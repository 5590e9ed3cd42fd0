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
    AGENT_FREE
  }

  /** A floor of one of three sizes and the input to be measured next. */
  @State(Scope.Thread)
  public static class Floor {
    /** Agents, queues, waiting contacts. */
    @Param({"100x10x100", "1000x100x10000", "10000x1000x100000"})
    public String size = "";

    /** What is measured. */
    @Param public Kind kind = Kind.ARRIVAL;

    private BusyFloor floor = new BusyFloor(0, 1, 0);
    private @Nullable Entry last;
    private @Nullable Input next;

    /** Builds the floor. */
    @Setup(Level.Trial)
    public void build() {
      String[] parts = size.split("x", -1);
      floor =
          new BusyFloor(
              Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
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
          };
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
