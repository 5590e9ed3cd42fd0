package org.turno.acd.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turno.acd.contact.Contact;
import org.turno.acd.contact.Told;
import org.turno.acd.effect.Effect;
import org.turno.acd.estimate.Outlook;
import org.turno.acd.event.ContactEvent.Announced;
import org.turno.acd.event.ContactEvent.Announced.Rise;
import org.turno.acd.event.ContactEvent.Announced.What;
import org.turno.acd.event.ContactEvent.LanguageChosen;
import org.turno.acd.event.SystemEvent.IgnoreReason;
import org.turno.acd.event.TimerEvent;
import org.turno.acd.event.TimerId;
import org.turno.acd.event.WaitEstimate;
import org.turno.acd.plan.AnnouncementPolicy;
import org.turno.acd.plan.AnnouncementPolicy.Estimate;
import org.turno.acd.plan.AnnouncementPolicy.Messages;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.Prompt;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.routing.Chance;

/**
 * What callers hear while they wait, and when. Only those who wait are told anything: not while an
 * agent's phone rings for them, and nobody is offered later because of it.
 */
final class Announcing {
  /** Deadlines are rounded up to this, so that one look at the floor serves all who are due. */
  private static final long TICK_MS = 1_000;

  /**
   * A look at the floor costs some time for each who waits or works: on a large one it is had less
   * often, once in a millisecond for every so many.
   */
  private static final int HEADS_PER_TICK_MS = 10;

  /** So many in one decision; others have their turn in between. */
  private static final int AT_ONCE = 200;

  /** Whoever could not be told anything just then. */
  private static final long LATER_MS = 5_000;

  private final Decision d;
  private final Contact contact;
  private final QueueId queue;
  private final AnnouncementPolicy policy;

  private Announcing(Decision d, Contact contact, QueueId queue, AnnouncementPolicy policy) {
    this.d = d;
    this.contact = contact;
    this.queue = queue;
    this.policy = policy;
  }

  /** One look at the floor for all who need it. */
  private static final class Look {
    private final AcdState state;
    private @Nullable Outlook outlook;

    Look(AcdState state) {
      this.state = state;
    }

    Outlook outlook() {
      Outlook taken = outlook;
      if (taken == null) {
        taken = state.outlook();
        outlook = taken;
      }
      return taken;
    }
  }

  /** For one who can be told something; null for others. */
  private static @Nullable Announcing of(Decision d, Contact contact) {
    QueueId queue = contact.queue();
    QueuePlan plan = queue == null ? null : d.state.queues().plan(queue);
    return queue == null
            || plan == null
            || !plan.announcements().tells()
            || !contact.caller().hasLeg()
        ? null
        : new Announcing(d, contact, queue, plan.announcements());
  }

  /** Those who have just come are greeted, after everything else is under way. */
  static void greet(Decision d) {
    for (Contact contact : d.entered()) {
      LinePlan line = d.state.line(contact.line());
      QueueId queue = contact.queue();
      if (line != null
          && queue != null
          && !line.greeting().isEmpty()
          && contact.arrivedMs() == d.timeMs
          && contact.inQueue()
          && d.state.findContact(contact.id()) != null
          && contact.caller().told().lastMs() == 0) {
        d.emit(new Announced(contact.id(), queue, What.GREETING));
        say(d, contact, line.greeting());
      }
    }
  }

  /** A contact waits, again or in another queue, or its queue tells other things by now. */
  static void schedule(Decision d, Contact contact) {
    Announcing its = of(d, contact);
    if (its == null) {
      d.cancelTimer(TimerId.Kind.ANNOUNCE, contact.id().value());
    } else {
      its.setTimer(its.nextMs());
    }
  }

  /** In which language a caller is spoken to: chosen, wished for by the dialplan, or the line's. */
  static String language(Decision d, Contact contact) {
    String chosen = contact.caller().language();
    if (chosen != null) {
      return chosen;
    } else if (!contact.wishes().language().isEmpty()) {
      return contact.wishes().language();
    }
    LinePlan line = d.state.line(contact.line());
    return line == null ? LinePlan.DEFAULT_LANGUAGE : line.language();
  }

  /** A caller chose a language; what is told from now on is told in it. */
  static void speak(Decision d, Contact contact, String chosen) {
    if (chosen.equals(language(d, contact))) {
      d.ignore(IgnoreReason.NO_CHANGE, contact.id() + " is spoken to in " + chosen + " already");
    } else {
      d.emit(new LanguageChosen(contact.id(), chosen));
    }
  }

  private static void say(Decision d, Contact contact, List<Prompt> prompts) {
    say(d, contact, prompts, Effect.Announce.After.MUSIC);
  }

  /** Says something to a caller, in the caller's language. */
  static void say(Decision d, Contact contact, List<Prompt> prompts, Effect.Announce.After after) {
    d.request(
        new Effect.Announce(
            d.newEffectId(), contact.pbx(), contact.leg(), prompts, language(d, contact), after));
  }

  /** What an agent hears on an open line before a caller comes, or is being called. */
  static void beep(Decision d, PbxId pbx, LegId agentLeg) {
    List<Prompt> tone = List.of(new Prompt.Sound("beep"));
    d.request(
        new Effect.Announce(
            d.newEffectId(), pbx, agentLeg, tone, "en", Effect.Announce.After.MUSIC));
  }

  private Told told() {
    return contact.caller().told();
  }

  /** Whether place or time of this queue were told before. */
  private boolean toldHere() {
    return told().placeMs() > 0 && queue.equals(told().queue());
  }

  /** When something is due next, epoch milliseconds; {@link Long#MAX_VALUE} for never. */
  private long nextMs() {
    long nextMs = Math.min(placeDueMs(), messageDueMs());
    return told().lastMs() == 0 || nextMs == Long.MAX_VALUE
        ? nextMs
        : Math.max(nextMs, told().lastMs() + policy.gapMs());
  }

  private long placeDueMs() {
    if (!policy.tellsPlace()) {
      return Long.MAX_VALUE;
    } else if (!toldHere()) {
      return contact.queuedMs() + policy.firstMs();
    } else if (policy.onChange()) {
      return told().placeMs() + policy.gapMs();
    }
    return policy.everyMs() == 0 ? Long.MAX_VALUE : told().placeMs() + policy.everyMs();
  }

  private long messageDueMs() {
    Messages messages = policy.messages();
    if (messages.texts().isEmpty()) {
      return Long.MAX_VALUE;
    }
    return told().messageMs() == 0
        ? contact.queuedMs() + messages.firstMs()
        : told().messageMs() + messages.everyMs();
  }

  private void setTimer(long dueMs) {
    String subject = contact.id().value();
    if (dueMs == Long.MAX_VALUE) {
      d.cancelTimer(TimerId.Kind.ANNOUNCE, subject);
      return;
    }
    int heads = d.state.contacts().size() + d.state.agents().size();
    long tickMs = Math.max(TICK_MS, heads / HEADS_PER_TICK_MS);
    long atMs = Math.ceilDiv(Math.max(dueMs, d.timeMs + 1), tickMs) * tickMs;
    Timers.Timer running = d.state.timers().get(TimerId.Kind.ANNOUNCE, subject);
    if (running == null || running.deadlineMs() != atMs) {
      d.setTimer(TimerId.Kind.ANNOUNCE, subject, atMs);
    }
  }

  /** Tells a contact what is due, and with it others of the same tick. */
  static void due(Decision d, Contact first) {
    Look look = new Look(d.state);
    due(d, first, look);
    int told = 1;
    Timers.Timer next = d.state.timers().first();
    while (next != null
        && told++ < AT_ONCE
        && next.id.kind() == TimerId.Kind.ANNOUNCE
        && next.deadlineMs() <= d.timeMs) {
      d.emit(new TimerEvent.Cancelled(next.id));
      due(d, d.state.contact(new ContactId(next.id.subject())), look);
      next = d.state.timers().first();
    }
  }

  private static void due(Decision d, Contact contact, Look look) {
    Announcing its = of(d, contact);
    if (its == null) {
      return;
    }
    boolean listens =
        contact.waiting()
            && d.state.link(contact.pbx()).connected
            && (its.told().lastMs() == 0 || d.timeMs >= its.told().lastMs() + its.policy.gapMs());
    boolean told = listens && its.tell(look);
    long nextMs = its.nextMs();
    boolean waits = told || nextMs > d.timeMs;
    its.setTimer(waits ? nextMs : d.timeMs + its.laterMs());
  }

  private long laterMs() {
    return Math.max(LATER_MS, policy.gapMs());
  }

  private boolean tell(Look look) {
    boolean placed = placeDueMs() <= d.timeMs && tellPlace(look);
    return placed || (messageDueMs() <= d.timeMs && tellMessage());
  }

  private boolean tellMessage() {
    List<List<Prompt>> texts = policy.messages().texts();
    int played = told().messages();
    int draw = policy.messages().shuffled() ? Chance.draw(played, contact.id().value()) : played;
    d.emit(new Announced(contact.id(), queue, What.MESSAGE));
    say(d, contact, texts.get(Math.floorMod(draw, texts.size())));
    return true;
  }

  private boolean tellPlace(Look look) {
    boolean estimated =
        policy.estimate() == Estimate.ALWAYS || (policy.estimate() == Estimate.ONCE && !toldHere());
    Outlook.Standing now = look.outlook().standing(contact.id(), estimated);
    if (now == null || (policy.onChange() && isNoNews(now))) {
      return false;
    }
    WaitEstimate estimate = now.estimate();
    long estimateMs = 0;
    Rise rise = Rise.NONE;
    if (estimate != null) {
      Told.Estimate before = told().estimate();
      estimateMs = Math.ceilDiv(estimate.likelyMs() + 1, policy.roundMs()) * policy.roundMs();
      if (before != null && estimateMs > before.ms()) {
        rise = rise(before, now, estimate);
        estimateMs = rise == Rise.NONE ? before.ms() : estimateMs;
      }
    }
    List<Prompt> prompts = PlacePrompts.of(policy, now.position(), estimateMs);
    if (prompts.isEmpty()) {
      return false;
    }
    d.emit(
        new Announced(
            contact.id(),
            queue,
            What.PLACE,
            now.position(),
            now.ahead(),
            now.agents(),
            estimateMs,
            rise));
    say(d, contact, prompts);
    return true;
  }

  private boolean isNoNews(Outlook.Standing now) {
    boolean again = policy.everyMs() > 0 && d.timeMs >= told().placeMs() + policy.everyMs();
    return toldHere() && now.position() == told().position() && !again;
  }

  /** Why the wait is longer than what was told; NONE where it may well not be. */
  private Rise rise(Told.Estimate before, Outlook.Standing now, WaitEstimate estimate) {
    if (!queue.equals(before.queue())) {
      return Rise.MOVED;
    } else if (now.ahead() > before.ahead()) {
      return Rise.OVERTAKEN;
    } else if (now.agents() < before.agents()) {
      return Rise.FEWER_AGENTS;
    }
    return estimate.lowMs() > before.ms() ? Rise.SLOWER : Rise.NONE;
  }
}
