package org.turno.acd.explain;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.turno.acd.agent.AgentState;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.event.WaitEstimate;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.Door;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.Requirement;

/** A contact's story as text of at most 80 columns, in Spanish or English. */
public final class StoryText {
  /** Where sentences begin, right of the time. */
  private static final int INDENT = 14;

  /** Shorter waits are told in a sentence. */
  private static final long IN_FULL_FROM_MS = 3_000;

  private final ContactStory story;
  private final Words words;
  private final boolean all;
  private final Page page = new Page();
  private final StaffText staffText;
  private final RunnerText runnerText;
  private final RivalText rivalText;
  private LocalDate day = LocalDate.EPOCH;
  private long seq;
  private List<Barred> barred = List.of();
  private @Nullable Staff atEnd;
  private QueueId queue = new QueueId("-");

  private StoryText(ContactStory story, Words words, boolean all) {
    this.story = story;
    this.words = words;
    this.all = all;
    staffText = new StaffText(words, page, all);
    runnerText = new RunnerText(words, staffText);
    rivalText = new RivalText(words, page, all);
  }

  /**
   * The story: in short first, then step by step.
   *
   * @param language Spanish or English; any other gives English
   * @param zone by whose clock
   * @param all every agent and every contact by name, and not only some
   */
  public static String of(ContactStory story, Locale language, ZoneId zone, boolean all) {
    Locale known = Words.LANGUAGES.contains(language) ? language : Words.LANGUAGES.getFirst();
    StoryText text = new StoryText(story, new Words(known, zone), all);
    text.print();
    return text.page.toString();
  }

  private void print() {
    new SummaryText(words, page, staffText, rivalText).print(story);
    for (Step step : story.steps()) {
      heading(step);
      print(step);
    }
    if (story.end() == null) {
      page.gap();
      page.say("", 0, words.say("open", words.time(story.lastMs())));
    }
  }

  private void heading(Step step) {
    LocalDate today = words.day(step.timeMs());
    if (!today.equals(day)) {
      day = today;
      page.gap();
      page.say("", 0, words.say("day", today, words.clock()));
    }
  }

  /** What is of one decision shows its time once. */
  private void at(Step step, String text) {
    page.say(step.seq() == seq ? "" : words.time(step.timeMs()), INDENT, text);
    seq = step.seq();
  }

  private void more(String text) {
    page.say("", INDENT, text);
  }

  private void print(Step step) {
    switch (step) {
      case Step.Came came -> came(came);
      case Step.Queued queued -> queued(queued);
      case Step.Waited wait -> waited(wait);
      case Step.Offered offer -> offered(offer);
      case Step.Refused refused -> refused(refused);
      case Step.Answered answered ->
          at(
              answered,
              words.say(
                  "answered",
                  answered.alias(),
                  words.span(answered.offerMs()),
                  words.span(answered.waitMs())));
      case Step.Connected connected ->
          at(connected, words.say("connected", words.span(connected.bridgingMs())));
      case Step.Returned returned ->
          at(returned, words.say("returned", returned.alias(), words.span(returned.bridgingMs())));
      case Step.Overflowed overflow -> overflowed(overflow);
      case Step.Link link ->
          at(link, words.say(link.up() ? "link.up" : "link.down", link.pbx(), link.reason()));
      case Step.Relaxed relaxed -> relaxed(relaxed);
      case Step.Estimated estimated -> estimated(estimated);
      case Step.Recognized known ->
          at(known, words.say(known.waits() ? "known.waits" : "known", known.alias()));
      case Step.NamedGivenUp named -> at(named, words.say("named.over", named.alias()));
      case Step.Reprioritized changed ->
          at(changed, words.say("reprioritized", changed.by(), changed.priority()));
      case Step.Moved moved ->
          at(moved, moved.by().isEmpty() ? words.say("inserted") : words.say("moved", moved.by()));
      case Step.Claimed claimed ->
          at(
              claimed,
              claimed.from() == null
                  ? words.say("claimed.wrapUp", claimed.alias())
                  : words.say("claimed.offer", claimed.alias(), claimed.from()));
      case Step.CalledBack call -> at(call, calledBack(call.event()));
      case Step.Listened listened -> listened(listened);
      case Step.Announced told -> announced(told);
      case Step.LanguageChosen chosen -> at(chosen, words.say("language", chosen.language()));
      case Step.Planned planned -> at(planned, words.say("planned"));
      case Step.Ended end -> ended(end);
    }
  }

  private void listened(Step.Listened step) {
    String by = step.event().supervisor();
    switch (step.event()) {
      case ContactEvent.Listening.Asked e -> {
        at(step, words.say("listening.asked." + e.mode(), by));
        if (!e.why().isEmpty()) {
          more(words.say("listening.why", e.why()));
        }
      }
      case ContactEvent.Listening.Joining e -> at(step, words.say("listening.joining", by));
      case ContactEvent.Listening.Begun e -> at(step, words.say("listening.begun." + e.mode(), by));
      case ContactEvent.Listening.Over e -> at(step, words.say("listening.over." + e.how(), by));
    }
  }

  private void announced(Step.Announced told) {
    ContactEvent.Announced event = told.event();
    StringBuilder text = new StringBuilder(words.name("announced", event.what()));
    if (event.position() > 0) {
      text.append(' ').append(words.say("announced.position", event.position()));
    }
    if (event.estimateMs() > 0) {
      text.append(' ').append(words.say("announced.estimate", words.span(event.estimateMs())));
    }
    if (event.rise() != ContactEvent.Announced.Rise.NONE) {
      text.append(' ').append(words.name("announced.rise", event.rise()));
    }
    at(told, text.toString());
  }

  private String calledBack(ContactEvent.Callback event) {
    return switch (event) {
      case ContactEvent.Callback.Granted e -> words.say("callback.granted");
      case ContactEvent.Callback.Held e -> words.say("callback.held");
      case ContactEvent.Callback.Due e -> words.say("callback.due");
      case ContactEvent.Callback.Dialled e -> words.say("callback.dialled", e.attempt());
      case ContactEvent.Callback.CallerAnswered e -> words.say("callback.answered");
      case ContactEvent.Callback.Missed e ->
          words.say("callback.missed", words.say("callback.missed." + e.why()));
    };
  }

  private void came(Step.Came came) {
    at(came, words.say("came", came.line(), came.priority()));
    if (came.arrivedMs() < came.timeMs()) {
      more(words.say("came.before", words.time(came.arrivedMs())));
    }
    // in the words of the dialplan, which the reader knows from there
    String wishes = String.join(", ", came.wishes().words());
    if (!wishes.isEmpty()) {
      more(words.say("came.wishes", wishes));
    }
  }

  private void relaxed(Step.Relaxed relaxed) {
    StringBuilder text =
        new StringBuilder(words.say(relaxed.early() ? "relaxed.early" : "relaxed", relaxed.step()));
    if (relaxed.asksOther()) {
      text.append(' ').append(asks(relaxed.requirement()));
    }
    if (relaxed.prefersOther()) {
      text.append(' ').append(prefers(relaxed.preference()));
    }
    if (relaxed.gain() != 0) {
      text.append(' ').append(words.say("relaxed.priority", relaxed.gain(), relaxed.priority()));
    }
    if (!relaxed.addedQueues().isEmpty()) {
      List<String> queues = relaxed.addedQueues().stream().map(QueueId::value).toList();
      text.append(' ').append(words.say("relaxed.queues", words.list(queues)));
    }
    at(relaxed, text.toString());
  }

  private void estimated(Step.Estimated estimated) {
    WaitEstimate estimate = estimated.estimate();
    at(
        estimated,
        words.say(
            "estimated",
            words.span(estimate.lowMs() / 1_000 * 1_000),
            words.span(estimate.highMs() / 1_000 * 1_000),
            words.span(estimate.likelyMs() / 1_000 * 1_000),
            estimate.position()));
  }

  private void queued(Step.Queued queued) {
    queue = queued.queue();
    String entered = queued.again() ? words.say("asks.changed") : words.say("queued", queue);
    boolean prefers = !queued.preference().equals(Requirement.nothing());
    at(
        queued,
        entered
            + " "
            + asks(queued.requirement())
            + (prefers ? " " + prefers(queued.preference()) : ""));
  }

  private String prefers(Requirement preference) {
    String prefers = words.requirement(preference);
    return prefers.isEmpty() ? words.say("prefers.not") : words.say("prefers", prefers);
  }

  private String asks(Requirement requirement) {
    String asks = words.requirement(requirement);
    return asks.isEmpty() ? words.say("asks.not") : words.say("asks", asks);
  }

  private void waited(Step.Waited wait) {
    if (wait.over() && wait.lengthMs() == 0) {
      return;
    }
    boolean inFull = all || wait.lengthMs() >= IN_FULL_FROM_MS;
    String nobody = staffText.nobodyFree(wait.staff());
    if (!inFull && !wait.staff().mayServe().isEmpty()) {
      nobody += ": " + staffText.busy(wait.staff());
    }
    String length = words.span(wait.lengthMs());
    String sentence = words.say(wait.over() ? "waited" : "waits", length, nobody);
    Staff staff = wait.staff();
    boolean rows = !staff.mayServe().isEmpty() || !staff.signedOut().isEmpty();
    at(wait, sentence + (inFull && rows ? ":" : "."));
    if (inFull) {
      staffText.rows(INDENT + 2, staff);
    }
    if (inFull && (all || !staff.barred().equals(barred))) {
      staffText.barred(INDENT, staff);
      barred = staff.barred();
    }
    if (!wait.rivals().isEmpty()) {
      more(rivalText.fates(wait));
    }
    if (inFull && !wait.rivals().isEmpty()) {
      rivalText.rows(2, wait, queue);
    }
    atEnd = inFull ? wait.staffAtEnd() : null;
  }

  /** After the step that ended a wait without an offer. */
  private void atEnd() {
    if (atEnd != null && !atEnd.mayServe().isEmpty()) {
      more(words.say("waited.end", staffText.busy(atEnd)));
    }
    atEnd = null;
  }

  private void offered(Step.Offered offer) {
    String who = StaffText.full(offer.agent(), offer.alias());
    at(
        offer,
        offer.before() == AgentState.AVAILABLE
            ? words.say("offered", who)
            : words.say("offered.freed", who, words.name("freed", offer.before())));
    more(words.say("offered.why", offer.alias(), runnerText.why(offer)));
  }

  private void refused(Step.Refused refused) {
    StringBuilder text = new StringBuilder();
    text.append(
        words.name("refused", refused.why(), refused.alias(), words.span(refused.offerMs())));
    if (refused.why() == OfferEvent.Why.NO_ANSWER && !refused.rang()) {
      text.append(' ').append(words.say("refused.silent"));
    }
    if (refused.taker() != null) {
      text.append(' ').append(words.say("refused.taker", refused.taker()));
    }
    if (refused.paused()) {
      text.append(' ').append(words.say("refused.paused", refused.alias()));
    } else if (refused.restMs() > 0) {
      text.append(' ')
          .append(words.say("refused.rest", refused.alias(), words.span(refused.restMs())));
    }
    at(refused, text.toString());
  }

  private void overflowed(Step.Overflowed overflow) {
    String to =
        switch (overflow.to()) {
          case Destination.ToQueue other -> words.say("to.queue", other.queue());
          case Destination.ToExtension dialplan ->
              words.say("to.extension", dialplan.extension(), dialplan.context());
          case Destination.ToLine line -> words.say("to.line", line.line());
          case Destination.ToAnnouncement announcement -> words.say("to.announcement");
        };
    String limit =
        switch (overflow.why()) {
          case QUEUE_FULL -> words.count("contacts", overflow.limit());
          case MAX_WAIT, NO_AGENT -> words.span(overflow.limit());
          case JOIN_EMPTY, LEAVE_EMPTY -> "-";
          case CLOSED -> closed(overflow);
          case WITHDRAWN, EXIT_KEY -> overflow.by() == null ? "-" : overflow.by();
        };
    at(overflow, words.name("overflow", overflow.why(), overflow.from(), limit, to));
    atEnd();
  }

  private String closed(Step.Overflowed overflow) {
    Door door = overflow.door();
    String name = door == null ? "-" : door.name();
    boolean ofLine = door != null && door.kind() == Door.Kind.LINE;
    return overflow.by() == null
        ? words.say(ofLine ? "closed.line" : "closed.queue", name)
        : words.say(ofLine ? "closed.line.by" : "closed.queue.by", name, overflow.by());
  }

  private void ended(Step.Ended end) {
    String who = end.alias() == null ? "" : end.alias();
    at(
        end,
        words.name(
            "ended",
            end.outcome(),
            words.name("by", end.by()),
            words.span(end.talkMs()),
            words.span(end.waitMs()),
            who));
    atEnd();
  }
}
