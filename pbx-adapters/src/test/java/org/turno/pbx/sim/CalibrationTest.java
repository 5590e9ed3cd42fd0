package org.turno.pbx.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.turno.acd.contact.Contact;
import org.turno.acd.engine.AcdState;
import org.turno.acd.engine.Entry;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.Event;
import org.turno.acd.event.WaitEstimate;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.LinePlan;

/**
 * Estimated waits held against the waits that came, on simulated days of real people: agents who
 * answer late, take pauses and miss calls. Some callers never give up: of those every wait is seen
 * to its end, while of the others the long waits are seen least.
 */
@Tag("simulation")
final class CalibrationTest {
  private static final long START_MS = 1_800_000_000_000L;
  private static final long HOUR_MS = 3_600_000L;
  private static final String PATIENT = "-patient";
  private static final double PATIENT_SHARE = 0.05;
  private static final double FOR_EVER_MS = 1e9;
  private static final int SEEDS = 3;

  /** How estimates came out. */
  private static final class Outcome {
    int below;
    int inside;
    int above;
    double waitedMs;
    double errorMs;
    double widthMs;

    void add(WaitEstimate estimate, long waitedMs) {
      if (waitedMs < estimate.lowMs()) {
        below++;
      } else if (waitedMs > estimate.highMs()) {
        above++;
      } else {
        inside++;
      }
      this.waitedMs += waitedMs;
      errorMs += waitedMs - estimate.likelyMs();
      widthMs += estimate.highMs() - estimate.lowMs();
    }

    /** 80% inside, and 10% on either side, within what so few waits can tell. */
    void isCalibrated() {
      assertEquals(0.8, (double) inside / count(), 0.06, this::toString);
      assertEquals(0.1, (double) below / count(), 0.05, this::toString);
      assertEquals(0.1, (double) above / count(), 0.05, this::toString);
    }

    int count() {
      return below + inside + above;
    }

    @Override
    public String toString() {
      double n = Math.max(1, count());
      return String.format(
          Locale.ROOT,
          "%5d waits of %5.1f s: %4.1f%% below, %4.1f%% inside, %4.1f%% above; likely off by %5.1f s,"
              + " width %5.1f s",
          count(),
          waitedMs / n / 1e3,
          100 * below / n,
          100 * inside / n,
          100 * above / n,
          errorMs / n / 1e3,
          widthMs / n / 1e3);
    }
  }

  /** Lives a day and holds each estimate made at the beginning of a wait against the wait. */
  private static final class Watched {
    private final List<Entry> journal = new ArrayList<>();
    private final Map<ContactId, WaitEstimate> made = new LinkedHashMap<>();
    private final Outcome patient;
    private final Outcome other;
    private @Nullable SimulatedTurno turno;

    Watched(Outcome patient, Outcome other) {
      this.patient = patient;
      this.other = other;
    }

    void live(TestDay day, long seed, long forMs) {
      SimRandom random = new SimRandom(seed);
      VirtualScheduler time = new VirtualScheduler(START_MS);
      SimulatedExchange exchange =
          new SimulatedExchange(
              TestDays.PBX, time, random.stream("exchange"), ExchangeTimes.typical());
      SimulatedTurno started =
          new SimulatedTurno(
              exchange,
              day.plan(),
              random.stream("turno"),
              LinkFaults.none(),
              journal,
              this::decided,
              state -> {});
      turno = started;
      new SimulatedFloor(day, exchange, started, random.stream("floor")).start(0);
      started.start();
      time.runUntil(START_MS + forMs);
    }

    private void decided() {
      AcdState state = turno == null ? null : turno.state();
      if (state == null) {
        return;
      }
      for (Event event : journal.getLast().events()) {
        if (event instanceof ContactEvent.Queued queued) {
          begins(state, queued.contact());
        } else if (event instanceof ContactEvent.Answered answered) {
          ends(state, answered.contact());
        }
      }
    }

    private void begins(AcdState state, ContactId id) {
      Contact contact = state.findContact(id);
      WaitEstimate estimate = contact == null || !contact.waiting() ? null : state.outlook().of(id);
      if (estimate != null) {
        made.put(id, estimate);
      }
    }

    private void ends(AcdState state, ContactId id) {
      Contact contact = state.findContact(id);
      WaitEstimate estimate = made.remove(id);
      if (estimate != null && contact != null) {
        boolean never = contact.line().value().endsWith(PATIENT);
        (never ? patient : other).add(estimate, state.timeMs() - contact.queuedMs());
      }
    }
  }

  /** The same day, where one caller in so many never gives up. */
  private static TestDay withPatientCallers(TestDay day) {
    List<LinePlan> lines = new ArrayList<>(day.plan().lines());
    List<LineTraffic> traffic = new ArrayList<>();
    for (LinePlan line : day.plan().lines()) {
      lines.add(
          new LinePlan(
              new LineId(line.id() + PATIENT),
              line.name(),
              line.queue(),
              line.priority(),
              line.requirement(),
              line.display(),
              line.protectedLine()));
    }
    for (LineTraffic line : day.traffic()) {
      traffic.add(line.times(1 - PATIENT_SHARE));
      LineTraffic rest = line.times(PATIENT_SHARE);
      traffic.add(
          new LineTraffic(
              new LineId(line.line() + PATIENT),
              rest.slotMs(),
              rest.callsPerSlot(),
              rest.talkMeanMs(),
              rest.wrapUpMeanMs(),
              FOR_EVER_MS));
    }
    FloorPlan plan = day.plan();
    return new TestDay(
        day.name(),
        new FloorPlan(
            plan.pbxs(), lines, plan.queues(), plan.agents(), plan.reserves(), plan.teams()),
        traffic,
        day.habits());
  }

  /** Days with hundreds of waits; more seeds with {@code -Dturno.calibration=N}. */
  static Stream<TestDay> days() {
    return Stream.of(
        TestDays.weekday012().times(1.4, "012 busy"),
        TestDays.surge012(),
        TestDays.councils13().times(1.5, "13 councils busy"));
  }

  @ParameterizedTest
  @MethodSource("days")
  void eightWaitsInTenEndWithinWhatWasEstimated(TestDay day) {
    Outcome patient = new Outcome();
    Outcome other = new Outcome();
    for (long seed = 1; seed <= Integer.getInteger("turno.calibration", SEEDS); seed++) {
      new Watched(patient, other).live(withPatientCallers(day), seed, 6 * HOUR_MS);
    }
    System.out.println(day.name() + ", callers who never give up: " + patient);
    System.out.println(day.name() + ", other callers, answered:   " + other);
    assertTrue(patient.count() > 100, patient::toString);
    patient.isCalibrated();
    other.isCalibrated();
  }
}
