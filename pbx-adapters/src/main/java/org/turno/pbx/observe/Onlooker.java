package org.turno.pbx.observe;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.turno.acd.engine.InputSink;
import org.turno.acd.input.ObservedInput;
import org.turno.acd.input.ObservedInput.ObservedPhone;
import org.turno.acd.input.ObservedInput.ObservedQueue;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.ObservedEnd;
import org.turno.acd.plan.PbxId;
import org.turno.pbx.ObserverFigures;

/**
 * Tells the core what is news of a PBX's own queues. Whatever was told is held against what the PBX
 * holds from time to time; what differs twice in a row is made up for by an inventory: once alone,
 * a fact may be on its way. One thread; {@link #figures} is safe for any.
 */
public final class Onlooker {
  /** What it asks of the adapter. */
  public interface Questions {
    /** What do the queues hold, as soon as may be? */
    void askSoon();
  }

  private final PbxId pbx;
  private final Predicate<String> watched;
  private final Questions questions;
  private final ToldQueues told = new ToldQueues();
  private final LongAdder connects = new LongAdder();
  private final LongAdder linkLosses = new LongAdder();
  private final LongAdder resyncs = new LongAdder();
  private final LongAdder malformed = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private @Nullable InputSink sink;
  private volatile boolean inSight;
  private final Set<LegId> hungUp = new HashSet<>();
  private boolean tellsHangups;
  private boolean owesInventory;
  private @Nullable ObservedInput owed;
  private Set<String> doubts = Set.of();

  /**
   * Tells nothing until {@link #open}.
   *
   * @param watched which queues are looked at, by their names on the PBX
   */
  public Onlooker(PbxId pbx, Predicate<String> watched, Questions questions) {
    this.pbx = pbx;
    this.watched = watched;
    this.questions = questions;
  }

  /** Begins to tell. */
  public void open(InputSink to) {
    sink = to;
  }

  /** Tells nothing any more. */
  public void close() {
    sink = null;
    inSight = false;
  }

  /** Whether the core has yet to be told something that it had no room for. */
  public boolean owes() {
    return owesInventory || owed != null;
  }

  /** The link is up: the next answer is an inventory. */
  public void connected() {
    owesInventory = true;
    doubts = Set.of();
  }

  /** The link is lost. */
  public void lost(String reason) {
    linkLosses.increment();
    told.forget();
    hungUp.clear();
    owesInventory = false;
    boolean was = inSight;
    inSight = false;
    if (was) {
      owed = new ObservedInput.LinkDown(pbx, reason);
      settle();
    }
  }

  /** Tries again to tell that the link was lost. */
  public void settle() {
    if (owed != null && offer(owed)) {
      owed = null;
    }
  }

  /** An event could not be read: something may have been missed. */
  public void malformed() {
    malformed.increment();
    questions.askSoon();
  }

  /**
   * The PBX tells of calls outside its queues too. Who may not hear of those never hears who hung
   * up: then everybody who left a queue without an answer counts as having done so.
   */
  public void hearsCalls() {
    tellsHangups = true;
  }

  /** Some call was hung up by its caller. */
  public void hungUp(LegId call) {
    tellsHangups = true;
    if (told.waits(call)) {
      hungUp.add(call);
    }
  }

  /** Something happened. */
  public void fact(ObservedInput said) {
    ObservedInput fact = said;
    if (said instanceof ObservedInput.CallerAbandoned left) {
      boolean byCaller = hungUp.remove(left.call()) || !tellsHangups;
      fact = new ObservedInput.CallerAbandoned(pbx, left.queue(), left.call(), byCaller);
    }
    String queue = ToldQueues.queueOf(fact);
    if (!inSight || owesInventory || (!queue.isEmpty() && !watched.test(queue))) {
      return;
    }
    if (fact instanceof ObservedInput.AgentPhoneChanged phone && !told.hasAgent(phone.agent())) {
      return;
    }
    if (!queue.isEmpty() && !told.knows(queue)) {
      questions.askSoon();
    } else if (told.news(fact) && !offer(fact)) {
      refused.increment();
      owesInventory = true;
    }
  }

  /** An agent answered a call and hung up before the caller was put through. */
  public void dumped(String queue, LegId call, String name) {
    String agent = told.agentNamed(queue, name);
    if (!agent.isEmpty()) {
      fact(new ObservedInput.RingEnded(pbx, queue, call, agent));
    }
  }

  /**
   * An agent's conversation is over whose call the PBX does not name.
   *
   * @param waitMs as the PBX counts
   * @param talkMs as the PBX counts
   */
  public void completed(String queue, String agent, long waitMs, long talkMs, ObservedEnd by) {
    LegId call = told.callOf(agent);
    if (call == null) {
      malformed();
    } else {
      fact(new ObservedInput.Completed(pbx, queue, call, agent, waitMs, talkMs, by));
    }
  }

  /** All that the queues hold. */
  public void seen(List<ObservedQueue> allQueues, List<ObservedPhone> allPhones) {
    List<ObservedQueue> queues =
        allQueues.stream().filter(queue -> watched.test(queue.queue())).toList();
    Set<String> agents = new TreeSet<>();
    queues.forEach(queue -> queue.agents().forEach(agent -> agents.add(agent.agent())));
    List<ObservedPhone> phones =
        allPhones.stream().filter(phone -> agents.contains(phone.agent())).toList();
    settle();
    if (owed != null) {
      return;
    }
    if (owesInventory) {
      submit(queues, phones);
      return;
    }
    Set<String> found = told.differences(queues, phones);
    boolean again = found.stream().anyMatch(doubts::contains);
    if (again) {
      submit(queues, phones);
      return;
    }
    doubts = found;
    if (!found.isEmpty()) {
      questions.askSoon();
    }
  }

  private void submit(List<ObservedQueue> queues, List<ObservedPhone> phones) {
    if (!offer(new ObservedInput.Inventory(pbx, queues, phones))) {
      owesInventory = true;
      return;
    }
    (inSight ? resyncs : connects).increment();
    told.replace(queues, phones);
    hungUp.removeIf(call -> !told.waits(call));
    doubts = Set.of();
    owesInventory = false;
    inSight = true;
  }

  private boolean offer(ObservedInput input) {
    InputSink to = sink;
    return to == null || to.offer(input);
  }

  /** What was counted so far. Safe for any thread. */
  public ObserverFigures figures() {
    return new ObserverFigures(
        inSight, connects.sum(), linkLosses.sum(), resyncs.sum(), malformed.sum(), refused.sum());
  }
}
