package org.turno.acd.routing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.Ageing;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.RoutingPolicy;

/** Contacts that wait and ask for the same, oldest first, as they were at one moment. */
public final class Party {
  private final Demand.Key key;
  private final RoutingPolicy policy;
  private final Bits servedBy;
  private final long nowMs;
  private final ContactId[] ids;
  private final long[] placeMs;
  private final long[] placeTie;
  private final long[] ordinal;

  private Party(Demand.Key key, RoutingPolicy policy, Bits servedBy, long nowMs, int size) {
    this.key = key;
    this.policy = policy;
    this.servedBy = servedBy;
    this.nowMs = nowMs;
    ids = new ContactId[size];
    placeMs = new long[size];
    placeTie = new long[size];
    ordinal = new long[size];
  }

  static Party of(Demand demand, long nowMs) {
    List<Waiting> contacts = demand.contacts();
    Party party =
        new Party(demand.key, demand.policy, demand.servedBy.copy(), nowMs, contacts.size());
    int i = 0;
    for (Waiting waiting : contacts) {
      party.ids[i] = waiting.contact.id();
      party.placeMs[i] = waiting.placeMs();
      party.placeTie[i] = waiting.placeTie();
      party.ordinal[i++] = waiting.ordinal();
    }
    return party;
  }

  /** One who would come now. */
  static Party newcomer(
      Demand.Key key, RoutingPolicy policy, List<Profile.Key> profiles, long nowMs) {
    Bits servedBy = new Bits();
    for (int i = 0; i < profiles.size(); i++) {
      if (profiles.get(i).mayServe(key)) {
        servedBy.set(i);
      }
    }
    Party party = new Party(key, policy, servedBy, nowMs, 1);
    party.ids[0] = new ContactId("newcomer");
    party.placeMs[0] = nowMs;
    party.placeTie[0] = Long.MAX_VALUE;
    party.ordinal[0] = Long.MAX_VALUE;
    return party;
  }

  /** How many of it are served before one of a party, as things stand; the one need not wait. */
  public int before(Party other, int which) {
    int low = 0;
    int high = ids.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (goesBefore(middle, other, which)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private boolean goesBefore(int mine, Party other, int which) {
    int order = Integer.compare(other.policy.weight(), policy.weight());
    order = order != 0 ? order : Integer.compare(other.priority(which), priority(mine));
    order = order != 0 ? order : Long.compare(placeMs[mine], other.placeMs[which]);
    order = order != 0 ? order : Long.compare(placeTie[mine], other.placeTie[which]);
    return (order != 0 ? order : Long.compare(ordinal[mine], other.ordinal[which])) < 0;
  }

  /** Which queue's. */
  public QueueId queue() {
    return key.queue();
  }

  /** On which PBX. */
  public PbxId pbx() {
    return key.pbx();
  }

  /** The weight of its queue. */
  public int weight() {
    return policy.weight();
  }

  /** How waiting raises its contacts' priority. */
  public Ageing ageing() {
    return policy.ageing();
  }

  /** The only agent whom they wait for; null where others may serve them. */
  public @Nullable AgentId only() {
    return key.only();
  }

  /** How many they are. */
  public int size() {
    return ids.length;
  }

  /** One of them. */
  public ContactId id(int which) {
    return ids[which];
  }

  /** Since when one of them is taken to wait, epoch milliseconds. */
  public long placeMs(int which) {
    return placeMs[which];
  }

  /** The priority of one of them, as aged. */
  public int priority(int which) {
    return key.priority() + policy.ageing().gain(nowMs - placeMs[which]);
  }

  /** Whether the agents of a profile may serve them. */
  public boolean mayBeServedBy(int profile) {
    return servedBy.next(profile) == profile;
  }

  /** Which agents may serve them: the next number of a profile, from one on; -1 for none. */
  public int servedBy(int from) {
    return servedBy.next(from);
  }

  /** The next number of a profile that may serve both parties; -1 for none. */
  public int servedByBoth(Party other, int from) {
    return servedBy.nextCommon(other.servedBy, from);
  }
}
