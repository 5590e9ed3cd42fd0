package org.turno.acd.estimate;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.turno.acd.agent.Agent;
import org.turno.acd.contact.Contact;
import org.turno.acd.event.WaitEstimate;
import org.turno.acd.plan.Ageing;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PbxPlan;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.Requirement;
import org.turno.acd.routing.Crowd;
import org.turno.acd.routing.Party;
import org.turno.acd.routing.Router;

/**
 * How long those who wait will wait, as of one moment. Taking it copies what it needs from the
 * core's state; what it is asked afterwards it works out from the copy, on any one thread.
 *
 * <p>The wait of a contact ends when as many agents who may serve it have become free as contacts
 * go before it, and one more. When agents become free follows from how long conversations and
 * wrap-ups of each queue take and how long those in hand have gone on ({@link Releases}); meanwhile
 * callers before it give up and others come who go before ({@link Passage}). A contact of another
 * queue counts by the share of its agents that could serve this one too.
 */
public final class Outlook {
  /** Of the mean, squared: what no theory knows, such as who comes back from a pause. */
  private static final double UNKNOWN = 0.01;

  private final Crowd crowd;
  private final FloorPlan plan;
  private final Workforce workforce;
  private final Known known;
  private final Map<Entrance, Party> newcomers = new LinkedHashMap<>();
  private final Map<Party, Pool> pools = new LinkedHashMap<>();

  /** Where each stands, once several are asked for. */
  private final Map<ContactId, Spot> spots = new HashMap<>();

  private record Spot(Party party, int which) {}

  /** Where newcomers come in. */
  private record Entrance(PbxId pbx, QueueId queue) {}

  private Outlook(Crowd crowd, Seats seats, FloorPlan plan, EstimateBook book) {
    this.crowd = crowd;
    this.plan = plan;
    workforce = new Workforce(crowd, seats);
    known = new Known(book);
  }

  /** Of the state at this moment, by the deciding thread. */
  public static Outlook of(
      Crowd crowd,
      Router router,
      EstimateBook book,
      FloorPlan plan,
      Iterable<Agent> agents,
      Function<ContactId, @Nullable Contact> contacts) {
    return new Outlook(crowd, new Seats(crowd, router, agents, contacts), plan, book);
  }

  /** When it was taken, epoch milliseconds. */
  public long timeMs() {
    return crowd.nowMs();
  }

  /**
   * Of one contact; null where it does not wait, waits for one agent by name, nobody is at work who
   * could serve it, or too few conversations were seen yet.
   */
  public @Nullable WaitEstimate of(ContactId contact) {
    for (Party party : crowd.parties()) {
      for (int i = 0; i < party.size(); i++) {
        if (party.id(i).equals(contact)) {
          return of(party, i);
        }
      }
    }
    return null;
  }

  /**
   * Where a contact stands.
   *
   * @param position among the contacts of its queue that wait: 1 for who is next
   * @param ahead how many contacts go before it, of whichever queue: one of which only some of its
   *     agents could serve counts as a part, and the sum is rounded up
   * @param agents so many agents can be counted on to serve it, in whole numbers
   * @param estimate as {@link #of} has it
   */
  public record Standing(int position, int ahead, int agents, @Nullable WaitEstimate estimate) {}

  /**
   * Of one contact; null where it does not wait.
   *
   * @param estimated whether an estimate is wanted, which costs more than the rest
   */
  public @Nullable Standing standing(ContactId contact, boolean estimated) {
    if (spots.isEmpty()) {
      for (Party party : crowd.parties()) {
        for (int i = 0; i < party.size(); i++) {
          spots.put(party.id(i), new Spot(party, i));
        }
      }
    }
    Spot spot = spots.get(contact);
    return spot == null ? null : standing(spot.party(), spot.which(), estimated);
  }

  private Standing standing(Party party, int which, boolean estimated) {
    Pool pool = pool(party);
    int position = 1;
    Sum ahead = new Sum();
    for (Party other : crowd.parties()) {
      double overlap = other.only() != null ? 0 : pool.overlap(pool(other));
      int count = other.before(party, which);
      ahead.add(count * overlap);
      position += other.queue().equals(party.queue()) ? count : 0;
    }
    int agents = party.only() != null ? 1 : (int) pool.agents();
    WaitEstimate estimate = estimated ? of(party, which) : null;
    return new Standing(position, (int) Math.ceil(ahead.total()), agents, estimate);
  }

  /** Of all who wait and can be told something. */
  public Map<ContactId, WaitEstimate> all() {
    Map<ContactId, WaitEstimate> all = new LinkedHashMap<>();
    for (Party party : crowd.parties()) {
      for (int i = 0; i < party.size(); i++) {
        WaitEstimate estimate = of(party, i);
        if (estimate != null) {
          all.put(party.id(i), estimate);
        }
      }
    }
    return all;
  }

  /**
   * Of one who would come to a queue now by its first line, on the PBX with the most agents for it;
   * null where nobody is at work for it, or too few conversations were seen yet.
   */
  public @Nullable WaitEstimate newcomer(QueueId queue) {
    Requirement requirement = requirement(queue);
    int priority = 0;
    for (LinePlan line : plan.lines()) {
      if (line.queue().equals(queue)) {
        requirement = requirement.and(line.requirement());
        priority = line.priority();
        break;
      }
    }
    Party best = null;
    double most = 0;
    for (PbxPlan pbx : plan.pbxs()) {
      Party party = crowd.newcomer(pbx.id(), queue, requirement, priority);
      double agents = pool(party).agents();
      if (agents > most) {
        most = agents;
        best = party;
      }
    }
    return best == null ? null : of(best, 0);
  }

  private Requirement requirement(QueueId id) {
    for (QueuePlan queue : plan.queues()) {
      if (queue.id().equals(id)) {
        return queue.requirement();
      }
    }
    return Requirement.nothing();
  }

  private @Nullable WaitEstimate of(Party party, int which) {
    Pool pool = pool(party);
    if (!known.enough() || party.only() != null || pool.agents() <= 0) {
      return null;
    }
    Sum goBefore = new Sum();
    Sum giveUp = new Sum();
    int position = 1;
    for (Party other : crowd.parties()) {
      double overlap = other.only() != null ? 0 : pool.overlap(pool(other));
      int count = overlap > 0 ? other.before(party, which) : 0;
      goBefore.add(count * overlap);
      giveUp.add(count * overlap * known.givingUpPerMs(other.queue()));
      position += other.queue().equals(party.queue()) ? count : 0;
    }
    double before = goBefore.total();
    if (before == 0 && workforce.somebodyFree(party)) {
      long ringMs = (long) known.ringMs(party.queue());
      return new WaitEstimate(position, ringMs, ringMs, ringMs);
    }
    double givingUpPerMs =
        before > 0 ? giveUp.total() / before : known.givingUpPerMs(party.queue());
    Releases releases = pool.releases();
    double givingUp = givingUpPerMs / releases.perMs();
    double overtaking = overtakingPerMs(party, which, pool, 0) / releases.perMs();
    if (overtaking > 0) {
      double overMs = releases.when(pool.passage(before, givingUp, overtaking).mean(before));
      overtaking = overtakingPerMs(party, which, pool, overMs) / releases.perMs();
    }
    Passage passage = pool.passage(before, givingUp, overtaking);
    double mean = passage.mean(before);
    mean -= Math.min(mean / 2, releases.sooner(before));
    double variance =
        passage.variance(before) * releases.irregularity(before, releases.when(mean))
            + mean * mean * UNKNOWN;
    return interval(party.queue(), position, releases, mean, variance);
  }

  private WaitEstimate interval(
      QueueId queue, int position, Releases releases, double mean, double variance) {
    double ringMs = known.ringMs(queue);
    double low = releases.when(Gamma.quantile(mean, variance, -Gamma.TENTH));
    double likely = releases.when(Gamma.quantile(mean, variance, 0));
    double high = releases.when(Gamma.quantile(mean, variance, Gamma.TENTH));
    int lowWidth = known.of(queue).lowWidth();
    int highWidth = known.of(queue).highWidth();
    long likelyMs = (long) (ringMs + likely);
    long lowMs = (long) (ringMs + likely - (likely - low) * lowWidth / 1_000);
    long highMs = (long) (ringMs + likely + (high - likely) * highWidth / 1_000);
    long mostMs = Math.min(highMs, Releases.HORIZON_MS);
    long middleMs = Math.min(likelyMs, mostMs);
    return new WaitEstimate(position, Math.max(0, Math.min(lowMs, middleMs)), middleMs, mostMs);
  }

  /** How many come per millisecond that go before it, on average over so long. */
  private double overtakingPerMs(Party party, int which, Pool pool, double overMs) {
    double rate = 0;
    for (QueueId queue : known.queues()) {
      Map<Integer, Double> rates = known.of(queue).arrivals.ratesPerMs(crowd.nowMs());
      Party sample = null;
      for (Map.Entry<Integer, Double> arrivals : rates.entrySet()) {
        sample = sample == null ? newcomers(party.pbx(), queue) : sample;
        double share = overtakes(sample, arrivals.getKey(), party, which, overMs);
        rate += share == 0 ? 0 : share * arrivals.getValue() * pool.overlap(pool(sample));
      }
    }
    return rate;
  }

  private Party newcomers(PbxId pbx, QueueId queue) {
    return newcomers.computeIfAbsent(
        new Entrance(pbx, queue), e -> crowd.newcomer(pbx, queue, requirement(queue), 0));
  }

  /** The part of the time from now during which a newcomer would go before one who waits. */
  private double overtakes(Party sample, int priority, Party party, int which, double overMs) {
    if (sample.weight() != party.weight()) {
      return sample.weight() > party.weight() ? 1 : 0;
    }
    int lead = priority - party.priority(which);
    if (lead <= 0) {
      return 0;
    }
    Ageing ageing = party.ageing();
    long waitedMs = crowd.nowMs() - party.placeMs(which);
    int gained = ageing.gain(waitedMs);
    if (ageing.stepMs() == 0 || gained + lead > ageing.cap()) {
      return 1;
    }
    double untilMs = (double) (gained + lead) * ageing.stepMs() - waitedMs;
    return overMs <= 0 ? 1 : Math.min(1, untilMs / overMs);
  }

  private Pool pool(Party party) {
    return pools.computeIfAbsent(party, p -> new Pool(p, workforce, known));
  }
}
