package org.turno.pbx.sim;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import org.turno.acd.agent.Agent;
import org.turno.acd.contact.Contact;
import org.turno.acd.engine.AcdState;
import org.turno.acd.engine.Entry;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.Event;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.event.PbxEvent;
import org.turno.acd.input.LegSnapshot;
import org.turno.acd.input.PbxInput;
import org.turno.acd.journal.EntryCodec;
import org.turno.acd.recovery.Verification;

/** What must always be true, checked entry by entry as the journal grows. */
final class Invariants {
  /** The whole state is compared as text this often, in entries: it is long. */
  private static final int COMPARE_EVERY = 25;

  private static final EntryCodec CODEC = new EntryCodec();

  /** Conversations that ended before the report of their beginning, at most, without a fault. */
  private static final long HUNG_UP_WHILE_CONNECTING = 3;

  private final List<Entry> journal;
  private final FloorModel model = new FloorModel();
  private final Promises promises = new Promises(model);
  private final AcdState shadow = new AcdState();
  private final RestoredTwin twin = new RestoredTwin();
  private int checked;
  private long journalHash;

  /** Checks a journal that somebody else appends to. */
  Invariants(List<Entry> journal) {
    this.journal = journal;
  }

  /** Checks the entries that are new, and the state that they led to. */
  void decided(AcdState live) {
    examineNew();
    matches(live);
    if (checked % COMPARE_EVERY == 0) {
      restoreEquals(live);
    }
  }

  private void examineNew() {
    while (checked < journal.size()) {
      examine(journal.get(checked++));
    }
  }

  /** Checks what a restarted process made of the journal. */
  void recovered(AcdState state) {
    examineNew();
    restoreEquals(state);
  }

  private void examine(Entry entry) {
    byte[] bytes = CODEC.encode(entry);
    if (new String(bytes, StandardCharsets.UTF_8).contains(Simulation.CANARY)) {
      throw new InvariantBroken("NoTraceOnProtectedLine", "the caller's number is in " + entry);
    }
    journalHash = 31 * journalHash + Arrays.hashCode(bytes);
    model.begin(entry.seq(), entry.timeMs());
    for (Event event : entry.events()) {
      if (event instanceof OfferEvent.Made made) {
        choiceEquals(made, entry);
      }
      promises.before(event, entry.input());
      model.apply(event);
    }
    entry.effects().forEach(model::check);
    promises.after(entry);
    model.listening.decided();
    ReferenceRouter.Choice missed = ReferenceRouter.choose(model);
    if (missed != null) {
      throw new InvariantBroken("NoEligiblePairWaits", missed + " after " + entry);
    }
    String silent = RingReference.missed(model);
    if (silent != null) {
      throw new InvariantBroken("AllRing", "does not ring: " + silent + " after " + entry);
    }
    shadow.apply(entry);
    twin.decides(entry);
  }

  private void choiceEquals(OfferEvent.Made made, Entry entry) {
    ModelContact ringing = model.contacts.get(made.contact());
    if (ringing != null && ringing.stage == ModelContact.Stage.OFFERED) {
      if (!RingReference.right(model, ringing, made, entry.input())) {
        throw new InvariantBroken("OneOffer", "should not ring too: " + made);
      }
      return;
    }
    ReferenceRouter.Choice wanted = ReferenceRouter.choose(model);
    if (wanted == null
        || !wanted.contact().equals(made.contact())
        || !wanted.agents().contains(made.agent())) {
      throw new InvariantBroken(
          "NoEligiblePairWaits", "the policy wants " + wanted + ", the core chose " + made);
    }
  }

  /** The plain account and the core's state say the same. */
  private void matches(AcdState live) {
    model.observed.matches(live);
    for (Contact contact : live.contacts()) {
      ModelContact known = model.contacts.get(contact.id());
      if (known == null || !known.stage.name().equals(contact.state().name())) {
        throw new InvariantBroken(
            "RestoreEqualsReplay",
            contact + " is " + (known == null ? "over" : known.stage) + " by its events");
      }
    }
    if (live.contacts().size() != model.contacts.size()) {
      throw new InvariantBroken("EveryContactEndsOnce", "a contact vanished without an end");
    }
    for (Agent agent : live.agents()) {
      ModelAgent known = model.agents.get(agent.id());
      if (known == null || SeatReference.free(model, known) != agent.free()) {
        throw new InvariantBroken(
            "RestoreEqualsReplay", agent + " is free or not, unlike what its events say");
      }
    }
  }

  private void restoreEquals(AcdState live) {
    String restored = shadow.dump();
    String lived = live.dump();
    if (!restored.equals(lived)) {
      throw new InvariantBroken("RestoreEqualsReplay", firstDifference(lived, restored));
    }
    twin.restores(shadow);
  }

  private static String firstDifference(String lived, String restored) {
    List<String> a = lived.lines().toList();
    List<String> b = restored.lines().toList();
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      if (!a.get(i).equals(b.get(i))) {
        return "lived:    " + a.get(i) + "\nrestored: " + b.get(i);
      }
    }
    return "lived:\n" + lived + "\nrestored:\n" + restored;
  }

  /** A fingerprint of all bytes of the journal. */
  long journalHash() {
    return journalHash;
  }

  /** Without faults the journal and the people tell the same story, and nothing was repaired. */
  void nothingWentWrong(FloorCounts lived) {
    long connected = 0;
    for (Entry entry : journal) {
      for (Event event : entry.events()) {
        if (event instanceof PbxEvent.Reconciled repaired
            && repaired.kind() != PbxEvent.Divergence.PHONE_STATE) { // told first on connect
          throw new InvariantBroken("NobodyStuck", "repaired without a fault: " + repaired);
        } else if (event instanceof ContactEvent.Connected) {
          connected++;
        }
      }
    }
    long unserved =
        outcomes(ContactEvent.Outcome.ABANDONED)
            + outcomes(ContactEvent.Outcome.OVERFLOWED)
            + outcomes(ContactEvent.Outcome.TURNED_AWAY)
            + outcomes(ContactEvent.Outcome.CALLBACK_FAILED)
            + outcomes(ContactEvent.Outcome.CALLBACK_MERGED)
            + outcomes(ContactEvent.Outcome.CALLBACK_CANCELLED)
            + outcomes(ContactEvent.Outcome.CALLBACK_EXPIRED);
    boolean same =
        model.ended.size() == lived.placed()
            && unserved + outcomes(ContactEvent.Outcome.SERVED) == lived.placed()
            && Math.abs(connected - lived.talked()) <= HUNG_UP_WHILE_CONNECTING;
    if (!same) {
      throw new InvariantBroken(
          "EveryContactEndsOnce",
          lived.placed()
              + " called and "
              + lived.talked()
              + " talked, says the floor; the journal has "
              + model.ended
              + " and "
              + connected
              + " connected");
    }
  }

  private long outcomes(ContactEvent.Outcome outcome) {
    return model.ended.values().stream().filter(outcome::equals).count();
  }

  /** Deciding the journal's inputs again gives the same journal. */
  void replayEqualsLive() {
    Verification.Difference difference = Verification.verify(journal.iterator(), seq -> {});
    if (difference != null) {
      throw new InvariantBroken("ReplayEqualsLive", difference.describe());
    }
  }

  /** A line that stays open outlives the day, and one may be rung for at its very end. */
  private static boolean isOpenLine(Agent agent, LegSnapshot leg) {
    return (agent.line().isUp() || agent.line().isOpening()) && leg.leg().equals(agent.leg());
  }

  /** When everybody has gone home nothing is left over. */
  void nobodyStuck(AcdState live, PbxInput.Inventory held) {
    restoreEquals(live);
    SortedSet<String> left = Divergences.between(live, held);
    live.contacts().forEach(contact -> left.add("contact " + contact));
    held.legs().stream()
        .filter(leg -> live.agents().stream().noneMatch(a -> isOpenLine(a, leg)))
        .forEach(leg -> left.add("leg " + leg));
    live.listenings().forEach(listening -> left.add("listening " + listening));
    held.bridges().forEach(talk -> left.add("conversation " + talk));
    for (Agent agent : live.agents()) {
      switch (agent.state()) {
        case RESERVED, RINGING, TALKING, RELEASING -> left.add("agent " + agent);
        case SIGNED_OUT,
            WRAP_UP,
            PAUSED,
            PHONE_UNREACHABLE,
            PHONE_BUSY,
            RETRY_DELAY,
            AVAILABLE -> {}
      }
    }
    if (!left.isEmpty()) {
      throw new InvariantBroken("NobodyStuck", "left over at the end:\n" + String.join("\n", left));
    }
    if (model.ended.size() + model.observed.came() != live.contactCount()) {
      throw new InvariantBroken(
          "EveryContactEndsOnce", live.contactCount() + " came, " + model.ended.size() + " ended");
    }
  }
}
