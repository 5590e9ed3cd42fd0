package org.turno.pbx.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.turno.acd.input.BridgeSnapshot;
import org.turno.acd.input.HangupReason;
import org.turno.acd.input.LegSnapshot;
import org.turno.acd.input.PbxInput;
import org.turno.acd.input.PhoneSnapshot;
import org.turno.acd.plan.CallWishes;
import org.turno.acd.plan.EffectId;
import org.turno.acd.plan.Key;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.SealedNumber;

/**
 * The world that a simulated PBX holds: callers, phones, channels, conversations, the dialplan's
 * fallback. It goes on while Turno is away. {@link SimulatedPbx} is the link to it; one exchange
 * can see several of them, one after another, as a real PBX sees a program restart.
 *
 * <p>Behaves as Asterisk does where that matters: a caller who dials while nobody is connected goes
 * to the fallback at once; a caller whose dead man's switch is not re-armed goes there too; one who
 * leaves a conversation leaves the other alone in it; what happens while the link is down is told
 * to nobody.
 *
 * <p>Scheduler's thread only.
 */
public final class SimulatedExchange {
  /** Where callers go when Turno does not take them. */
  public static final String FALLBACK = "fallback";

  private final PbxId id;
  private final SimScheduler scheduler;
  private final SimRandom random;
  private final ExchangeTimes times;
  private final SortedMap<LegId, SimLeg> legs = new TreeMap<>();
  private final SortedMap<EffectId, List<LegId>> bridges = new TreeMap<>();
  private final SortedMap<PhoneId, SimPhone> phones = new TreeMap<>();
  private final ExchangeCommands commands;
  private @Nullable Application application;
  private long nextLeg = 1;
  private int restarts;
  private long reachableAgainMs;
  private boolean up = true;

  /** An exchange that is up, without phones. */
  public SimulatedExchange(
      PbxId id, SimScheduler scheduler, SimRandom random, ExchangeTimes times) {
    this.id = id;
    this.scheduler = scheduler;
    this.random = random;
    this.times = times;
    this.commands = new ExchangeCommands(this);
  }

  /** Its name. */
  public PbxId id() {
    return id;
  }

  /** Its time. */
  public SimScheduler scheduler() {
    return scheduler;
  }

  /** How long things take on it. */
  public ExchangeTimes times() {
    return times;
  }

  // ---- people

  /** Puts up a phone, registered and free; whoever sits at it hears its calls. */
  public void install(PhoneId phone, Party party) {
    phones.put(phone, new SimPhone(phone, party));
  }

  /** What stands for the number of somebody whom the PBX can call. */
  public SealedNumber numberOf(Party person) {
    return commands.numberOf(person);
  }

  /** A caller dials a line; while the PBX is down the call fails at once. */
  public LegId call(LineId line, CallerIdentity caller, Party party) {
    return call(line, CallWishes.NONE, caller, party);
  }

  /** A caller dials a line of whom the dialplan knows more. */
  public LegId call(LineId line, CallWishes wishes, CallerIdentity caller, Party party) {
    LegId legId = new LegId("call-" + restarts + "-" + nextLeg++);
    if (!up) {
      scheduler.schedule(0, () -> party.ended(legId));
      return legId;
    }
    SimLeg leg = SimLeg.ofCaller(legId, party, scheduler.nowMs(), line, wishes, caller);
    legs.put(legId, leg);
    if (application == null) {
      sendOn(leg, FALLBACK);
    } else {
      leg.turnos = true;
      tell(new PbxInput.CallArrived(id, legId, line, wishes));
    }
    return legId;
  }

  /** Somebody hangs up, caller or agent; nothing happens if the leg is gone. */
  public void hangUp(LegId legId) {
    end(legId, HangupReason.NORMAL);
  }

  /** A caller presses a key; only a parked one is listened to, for the keys that mean something. */
  public void press(LegId legId, Key key) {
    SimLeg leg = legs.get(legId);
    if (leg != null && leg.underControl() && leg.bridge == null && leg.keys.contains(key)) {
      tell(new PbxInput.KeyPressed(id, legId, key));
    }
  }

  /** The phone is picked up; nothing happens if it no longer rings. */
  public void answer(LegId legId) {
    SimLeg leg = legs.get(legId);
    if (leg != null && leg.isMade() && leg.state == LegSnapshot.State.RINGING) {
      leg.state = LegSnapshot.State.UP;
      tell(new PbxInput.LegAnswered(id, legId));
    }
  }

  /**
   * The phone's user declines; nothing happens if it no longer rings.
   *
   * @param as what the phone makes of it: many say that they are busy
   */
  public void reject(LegId legId, HangupReason as) {
    SimLeg leg = legs.get(legId);
    if (leg != null && leg.isMade() && leg.state == LegSnapshot.State.RINGING) {
      end(legId, as);
    }
  }

  /** The phone registers, or stops being registered; a call in progress goes on. */
  public void setRegistered(PhoneId phoneId, boolean registered) {
    SimPhone phone = phone(phoneId);
    change(
        phone,
        () -> {
          phone.registered = registered;
          phone.heardOf |= registered;
        });
  }

  /** The phone's cable is pulled or put back, which the PBX notices only when it calls it. */
  public void setPlugged(PhoneId phoneId, boolean plugged) {
    phone(phoneId).plugged = plugged;
  }

  /** The phone is in use for something else, or no longer; it has one line, which may be taken. */
  public void setPrivatelyBusy(PhoneId phoneId, boolean busy) {
    SimPhone phone = phone(phoneId);
    if (!busy || phone.leg == null) {
      change(phone, () -> phone.privatelyBusy = busy);
    }
  }

  // ---- faults

  /**
   * The PBX restarts: every call is gone, the link too, and phones register again one by one.
   *
   * @param downMs how long it is away
   */
  public void restart(long downMs) {
    up = false;
    restarts++;
    cutLink("the PBX is restarting");
    for (LegId leg : List.copyOf(legs.keySet())) {
      end(leg, HangupReason.OTHER);
    }
    bridges.clear();
    for (SimPhone phone : phones.values()) {
      if (phone.registered) {
        phone.registered = false;
        phone.heardOf = random.chance(0.5);
        scheduler.schedule(
            downMs + random.between(500, 15_000), () -> setRegistered(phone.id, true));
      }
    }
    scheduler.schedule(downMs, () -> up = true);
  }

  /**
   * Breaks the link as a pulled cable would.
   *
   * @param forMs how long no program can connect
   */
  public void breakLink(String reason, long forMs) {
    reachableAgainMs = Math.max(reachableAgainMs, scheduler.nowMs() + forMs);
    cutLink(reason);
  }

  /** Drops the link; the adapter may connect again at once. */
  public void cutLink(String reason) {
    Application gone = application;
    application = null;
    if (gone != null) {
      gone.linkLost(reason);
    }
  }

  // ---- what is there

  /** Every leg that is or was Turno's concern, oldest id first. */
  public List<LegSnapshot> turnoLegs() {
    return legs.values().stream().filter(leg -> leg.turnos).map(SimLeg::snapshot).toList();
  }

  /** Who is in a conversation with a leg; null where nobody is. */
  public @Nullable LegId talkingWith(LegId legId) {
    SimLeg leg = legs.get(legId);
    List<LegId> inIt = leg == null || leg.bridge == null ? null : bridges.get(leg.bridge);
    if (inIt != null) {
      for (LegId other : inIt) {
        if (!other.equals(legId)) {
          return other;
        }
      }
    }
    return null;
  }

  /** How many legs there are, also those that the dialplan took before Turno knew of them. */
  public int legCount() {
    return legs.size();
  }

  /** Every conversation that Turno made. */
  public List<BridgeSnapshot> turnoBridges() {
    List<BridgeSnapshot> all = new ArrayList<>();
    bridges.forEach((bridge, inIt) -> all.add(new BridgeSnapshot(bridge, inIt)));
    return List.copyOf(all);
  }

  /** Whether an adapter is connected. */
  public boolean linked() {
    return application != null;
  }

  /** Whether it runs: false while it restarts. */
  public boolean up() {
    return up;
  }

  // ---- the link

  /**
   * Connects a program; the one before, if any, is cut off. False while the PBX is down or cut off.
   */
  boolean connect(Application program) {
    if (!up || scheduler.nowMs() < reachableAgainMs) {
      return false;
    }
    cutLink("another program took over");
    application = program;
    return true;
  }

  /** The program closed the link. */
  void disconnect(Application program) {
    if (application == program) {
      application = null;
    }
  }

  PbxInput.Inventory inventory() {
    List<PhoneSnapshot> states =
        phones.values().stream().map(p -> new PhoneSnapshot(p.id, p.state())).toList();
    return new PbxInput.Inventory(id, "simulated", turnoLegs(), turnoBridges(), states);
  }

  ExchangeCommands commands() {
    return commands;
  }

  // ---- shared with the commands

  @Nullable SimLeg leg(LegId legId) {
    return legs.get(legId);
  }

  @Nullable SimPhone findPhone(PhoneId phoneId) {
    return phones.get(phoneId);
  }

  SortedMap<EffectId, List<LegId>> bridges() {
    return bridges;
  }

  SimRandom random() {
    return random;
  }

  void add(SimLeg leg) {
    legs.put(leg.id, leg);
  }

  void tell(PbxInput fact) {
    if (application != null) {
      application.fact(fact);
    }
  }

  void change(SimPhone phone, Runnable how) {
    var before = phone.state();
    how.run();
    if (phone.state() != before) {
      tell(new PbxInput.PhoneChanged(id, phone.id, phone.state()));
    }
  }

  /** Sets the dead man's switch; 0 clears it. */
  void arm(SimLeg leg, long afterMs) {
    long mine = ++leg.armed;
    if (afterMs > 0) {
      scheduler.schedule(afterMs, () -> fire(leg, mine));
    }
  }

  private void fire(SimLeg leg, long setting) {
    if (leg.armed != setting || legs.get(leg.id) != leg) {
      return;
    }
    if (leg.isMade()) {
      end(leg.id, HangupReason.NORMAL);
    } else {
      leaveBridge(leg);
      sendOn(leg, FALLBACK);
    }
  }

  /** The dialplan takes a leg on. */
  void sendOn(SimLeg leg, String extension) {
    leg.state = LegSnapshot.State.ELSEWHERE;
    leg.announcement = null;
    leg.armed++;
    if (leg.turnos) {
      tell(new PbxInput.LegLeft(id, leg.id));
    }
    leg.party.sentOn(leg.id, extension);
  }

  void end(LegId legId, HangupReason reason) {
    SimLeg leg = legs.remove(legId);
    if (leg == null) {
      return;
    }
    leaveBridge(leg);
    if (leg.underControl()) {
      tell(new PbxInput.LegEnded(id, legId, reason));
    }
    if (leg.phone != null) {
      freePhone(phone(leg.phone), legId);
    }
    leg.party.ended(legId);
  }

  private void freePhone(SimPhone phone, LegId legId) {
    if (legId.equals(phone.leg)) {
      change(phone, () -> phone.leg = null);
    }
  }

  void leaveBridge(SimLeg leg) {
    List<LegId> inIt = leg.bridge == null ? null : bridges.get(leg.bridge);
    leg.bridge = null;
    if (inIt == null) {
      return;
    }
    inIt.remove(leg.id);
    for (LegId other : inIt.size() > 1 ? List.<LegId>of() : List.copyOf(inIt)) {
      SimLeg left = legs.get(other);
      if (left != null) {
        left.party.alone(other);
      }
    }
  }

  private SimPhone phone(PhoneId phoneId) {
    SimPhone phone = phones.get(phoneId);
    if (phone == null) {
      throw new IllegalArgumentException("no phone " + phoneId + ": install it first");
    }
    return phone;
  }
}
