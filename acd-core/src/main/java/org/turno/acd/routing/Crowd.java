package org.turno.acd.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.turno.acd.plan.MediumId;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.Requirement;
import org.turno.acd.plan.ReservePlan;
import org.turno.acd.plan.RoutingPolicy;

/**
 * Who waits for whom at one moment, and in which order. A copy: it takes the deciding thread a few
 * machine words for each contact, and then any one thread may work with it.
 */
public final class Crowd {
  private final long nowMs;
  private final List<Party> parties = new ArrayList<>();
  private final List<Profile.Key> profiles = new ArrayList<>();
  private final List<List<ReservePlan>> reserves = new ArrayList<>();
  private final Map<QueueId, RoutingPolicy> policies;

  Crowd(
      long nowMs,
      List<Demand> waiting,
      List<Profile> profiles,
      Map<QueueId, RoutingPolicy> policies) {
    this.nowMs = nowMs;
    this.policies = policies;
    waiting.forEach(demand -> parties.add(Party.of(demand, nowMs)));
    for (Profile profile : profiles) {
      this.profiles.add(profile.key);
      List<ReservePlan> its = new ArrayList<>();
      profile.reserves.forEach(reserve -> its.add(reserve.plan));
      reserves.add(its);
    }
  }

  /** When, epoch milliseconds. */
  public long nowMs() {
    return nowMs;
  }

  /** Those who wait. */
  public List<Party> parties() {
    return parties;
  }

  /** Agents that are alike have one number, from 0; so many there are. */
  public int profiles() {
    return profiles.size();
  }

  /** The reserves that agents of a profile belong to. */
  public List<ReservePlan> reserves(int profile) {
    return reserves.get(profile);
  }

  /** A caller who would come to a queue now; waits on one PBX. */
  public Party newcomer(PbxId pbx, QueueId queue, Requirement requirement, int priority) {
    Demand.Key key =
        new Demand.Key(
            pbx, MediumId.VOICE, queue, List.of(), requirement, priority, null, List.of());
    return Party.newcomer(
        key, policies.getOrDefault(queue, RoutingPolicy.DEFAULT), profiles, nowMs);
  }
}
