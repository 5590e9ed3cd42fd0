package org.turno.stats;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeSet;
import org.turno.acd.event.ContactEvent.Outcome;
import org.turno.acd.event.ContactEvent.OverflowReason;

/**
 * The counting behind {@link GroupFigures}: for one queue, and once more for the whole floor. Each
 * step keeps the tally's equation. Steps that move a contact are told before its state changes.
 */
final class GroupCounter {
  private final TreeSet<ContactModel> unanswered =
      new TreeSet<>(
          Comparator.comparingLong((ContactModel c) -> c.arrivedMs)
              .thenComparingLong(c -> c.order));
  private final Map<Outcome, Long> endings = new EnumMap<>(Outcome.class);
  private final Map<OverflowReason, Long> ways = new EnumMap<>(OverflowReason.class);
  private final StaffingCounter staffing = new StaffingCounter();
  private int ringing;
  private int talking;
  private long offered;
  private long answered;
  private long answeredInTime;
  private long shortAbandoned;
  private long handled;
  private long answeredWaitMs;
  private long talkMs;
  private long wrapUpMs;

  StaffingCounter staffing() {
    return staffing;
  }

  boolean empty() {
    return unanswered.isEmpty() && talking == 0;
  }

  void offered(ContactModel contact) {
    offered++;
    unanswered.add(contact);
    ringing += contact.state.offered() ? 1 : 0;
  }

  /** An unanswered contact is about to be in another unanswered state. */
  void moves(ContactState from, ContactState to) {
    ringing += (to.offered() ? 1 : 0) - (from.offered() ? 1 : 0);
  }

  void answered(ContactModel contact, long waitMs, boolean inTime) {
    leave(contact);
    talking++;
    answered++;
    answeredWaitMs += waitMs;
    answeredInTime += inTime ? 1 : 0;
  }

  void endedUnanswered(ContactModel contact, Outcome outcome, boolean shortWait) {
    leave(contact);
    endings.merge(outcome, 1L, Long::sum);
    shortAbandoned += shortWait ? 1 : 0;
  }

  /** A contact goes elsewhere, or does not come in. */
  void overflowed(OverflowReason why) {
    ways.merge(why, 1L, Long::sum);
  }

  /** A contact found everything closed: it was offered to nobody. */
  void foundClosed(ContactModel contact) {
    leave(contact);
    offered--;
  }

  private void leave(ContactModel contact) {
    unanswered.remove(contact);
    ringing -= contact.state.offered() ? 1 : 0;
  }

  void handled(long contactTalkMs) {
    talking--;
    handled++;
    talkMs += contactTalkMs;
  }

  void wrappedUp(long lengthMs) {
    wrapUpMs += lengthMs;
  }

  /** A new day: who waits now was offered today; everything else begins at nothing. */
  void startDay(long dayStartMs) {
    offered = unanswered.size();
    answered = 0;
    answeredInTime = 0;
    shortAbandoned = 0;
    handled = 0;
    answeredWaitMs = 0;
    talkMs = 0;
    wrapUpMs = 0;
    endings.clear();
    ways.clear();
    staffing.startDay(dayStartMs);
  }

  GroupFigures figures() {
    return new GroupFigures(
        unanswered.size() - ringing,
        ringing,
        talking,
        unanswered.isEmpty() ? 0 : unanswered.first().arrivedMs,
        new Tally(
            offered,
            answered,
            answeredInTime,
            ended(Outcome.ABANDONED),
            shortAbandoned,
            ended(Outcome.OVERFLOWED) + ended(Outcome.TURNED_AWAY),
            ended(Outcome.TAKEN_BY_PBX),
            ended(Outcome.LOST),
            ended(Outcome.UNSERVABLE),
            ended(Outcome.CALLBACK_FAILED)
                + ended(Outcome.CALLBACK_MERGED)
                + ended(Outcome.CALLBACK_CANCELLED)
                + ended(Outcome.CALLBACK_EXPIRED),
            handled,
            answeredWaitMs,
            talkMs,
            wrapUpMs),
        new Overflows(ways),
        staffing.figures());
  }

  private long ended(Outcome outcome) {
    return endings.getOrDefault(outcome, 0L);
  }

  FiguresImage.Group image() {
    return new FiguresImage.Group(
        Map.copyOf(endings),
        Map.copyOf(ways),
        staffing.image(),
        ringing,
        talking,
        offered,
        answered,
        answeredInTime,
        shortAbandoned,
        handled,
        answeredWaitMs,
        talkMs,
        wrapUpMs);
  }

  /** Puts an image back; the contacts that are not answered yet follow. */
  void restore(FiguresImage.Group image) {
    endings.putAll(image.endings());
    ways.putAll(image.ways());
    staffing.restore(image.staffing());
    ringing = image.ringing();
    talking = image.talking();
    offered = image.offered();
    answered = image.answered();
    answeredInTime = image.answeredInTime();
    shortAbandoned = image.shortAbandoned();
    handled = image.handled();
    answeredWaitMs = image.answeredWaitMs();
    talkMs = image.talkMs();
    wrapUpMs = image.wrapUpMs();
  }

  /** Puts back a contact that counts already, if it is one that is not answered yet. */
  void restore(ContactModel contact) {
    if (contact.state.unanswered()) {
      unanswered.add(contact);
    }
  }
}
