package org.turno.pbx.sim;

import java.util.LinkedHashMap;
import java.util.Map;
import org.turno.acd.engine.InputSink;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.LineId;

/**
 * Simulated callers and agents who live a test day on a simulated PBX. Install it before the
 * adapter starts, so that its first inventory knows the phones.
 */
public final class SimulatedFloor {
  private final TestDay day;
  private final SimulatedExchange exchange;
  private final InputSink sink;
  private final SimRandom random;
  private final CallerBook book;
  private final Map<LineId, LineTraffic> trafficByLine = new LinkedHashMap<>();
  private final FloorCounts counts = new FloorCounts();
  private boolean doorsOpen = true;

  /** A floor whose callers have invented numbers. */
  public SimulatedFloor(TestDay day, SimulatedExchange exchange, InputSink sink, SimRandom random) {
    this(day, exchange, sink, random, new InventedNumbers(random.stream("numbers")));
  }

  /** A floor whose callers are known to the PBX by a book. */
  public SimulatedFloor(
      TestDay day, SimulatedExchange exchange, InputSink sink, SimRandom random, CallerBook book) {
    this.day = day;
    this.exchange = exchange;
    this.sink = sink;
    this.random = random;
    this.book = book;
    for (LineTraffic traffic : day.traffic()) {
      trafficByLine.put(traffic.line(), traffic);
    }
  }

  /**
   * Begins the day. Safe for any thread.
   *
   * @param intoTheDayMs how much of the day is over already
   */
  public void start(long intoTheDayMs) {
    exchange.scheduler().schedule(0, () -> begin(intoTheDayMs));
  }

  private void begin(long intoTheDayMs) {
    SimRandom agents = random.stream("agents");
    for (AgentPlan agent : day.plan().agents()) {
      new SimulatedAgent(
              agent, exchange, sink, day.habits(), this::traffic, agents.stream(agent.id().value()))
          .begin();
    }
    SimRandom callers = random.stream("callers");
    for (LineTraffic traffic : day.traffic()) {
      SimRandom ofLine = callers.stream(traffic.line().value());
      Arrivals arrivals =
          new Arrivals(
              traffic, ofLine.stream("arrivals"), exchange.scheduler().nowMs(), intoTheDayMs);
      awaitNext(traffic, arrivals, ofLine.stream("people"));
    }
  }

  private void awaitNext(LineTraffic traffic, Arrivals arrivals, SimRandom people) {
    long delayMs = arrivals.nextMs() - exchange.scheduler().nowMs();
    exchange
        .scheduler()
        .schedule(
            delayMs,
            () -> {
              if (doorsOpen) {
                new SimulatedCaller(exchange, traffic, people, counts).dial(book);
                awaitNext(traffic, arrivals, people);
              }
            });
  }

  private LineTraffic traffic(LineId line) {
    LineTraffic traffic = trafficByLine.get(line);
    if (traffic == null) {
      throw new IllegalStateException("a phone rang for line " + line + ", which nobody called");
    }
    return traffic;
  }

  /** Nobody calls from now on; those who are there are served. Safe for any thread. */
  public void closeDoors() {
    exchange.scheduler().schedule(0, () -> doorsOpen = false);
  }

  /** What the people lived through so far. Scheduler's thread only. */
  public FloorCounts counts() {
    return counts;
  }
}
