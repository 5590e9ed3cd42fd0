package org.turno.stats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.WaitEstimate;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.ListenMode;

/** One living contact, as far as figures need it. */
final class ContactModel {
  final ContactId id;
  final long order;
  final @Nullable LineId line;
  int priority;
  final long arrivedMs;
  final boolean protectedLine;

  /** The age that its place stands for, and what orders contacts of the same age. */
  long placeMs;

  long placeTie;
  @Nullable QueueModel queue;
  ContactState state = ContactState.WAITING;
  @Nullable AgentId agent;
  long answeredMs;
  @Nullable WaitEstimate estimate;
  long estimatedMs;

  /** To whom it is being offered, the first asked first. */
  final List<AgentId> offered = new ArrayList<>();

  /** Whether it was offered to any queue. */
  boolean everOffered;

  /** Within one entry: whether all that it came for was closed. */
  boolean foundClosed;

  /** Since when its caller waits to be called back; 0 where the caller is on the phone. */
  long callbackSinceMs;

  /** Supervisors who take part in its conversation. */
  private final SortedMap<String, ListenMode> listeners = new TreeMap<>();

  /** In a PBX's own queue: whose phones ring for it, as that PBX calls them. */
  final List<String> rung = new ArrayList<>();

  private @Nullable ContactFigures row;

  ContactModel(
      ContactId id,
      long order,
      @Nullable LineId line,
      int priority,
      long arrivedMs,
      boolean protectedLine) {
    this.id = id;
    this.order = order;
    this.line = line;
    this.priority = priority;
    this.arrivedMs = arrivedMs;
    this.placeMs = arrivedMs;
    this.protectedLine = protectedLine;
  }

  /** What becomes of its callback. */
  void callback(ContactEvent.Callback event, long timeMs) {
    switch (event) {
      case ContactEvent.Callback.Granted e -> callbackSinceMs = timeMs;
      case ContactEvent.Callback.CallerAnswered e -> callbackSinceMs = 0;
      case ContactEvent.Callback.Missed e -> {}
      case ContactEvent.Callback.Held e -> {}
      case ContactEvent.Callback.Due e -> {}
      case ContactEvent.Callback.Dialled e -> {}
    }
  }

  /** A supervisor takes part in its conversation, or does no more. */
  void listening(ContactEvent.Listening event) {
    switch (event) {
      case ContactEvent.Listening.Begun e -> listeners.put(e.supervisor(), e.mode());
      case ContactEvent.Listening.Over e -> listeners.remove(e.supervisor());
      case ContactEvent.Listening.Asked e -> {}
      case ContactEvent.Listening.Joining e -> {}
    }
  }

  void changed() {
    row = null;
  }

  /** The same object as before where nothing changed. */
  ContactFigures figures() {
    ContactFigures known = row;
    if (known != null) {
      return known;
    }
    QueueModel in = queue;
    ContactFigures made =
        new ContactFigures(
            id,
            order,
            line,
            in == null ? null : in.id,
            priority,
            placeMs,
            placeTie,
            state,
            arrivedMs,
            answeredMs,
            agent,
            protectedLine,
            callbackSinceMs,
            Collections.unmodifiableSortedMap(new TreeMap<>(listeners)));
    row = made;
    return made;
  }

  FiguresImage.ContactImage image() {
    QueueModel in = queue;
    return new FiguresImage.ContactImage(
        id,
        order,
        line,
        priority,
        arrivedMs,
        protectedLine,
        placeMs,
        placeTie,
        in == null ? null : in.id,
        state,
        agent,
        answeredMs,
        estimate,
        estimatedMs,
        List.copyOf(offered),
        List.copyOf(rung),
        callbackSinceMs,
        new TreeMap<>(listeners));
  }

  static ContactModel of(FiguresImage.ContactImage image, @Nullable QueueModel queue) {
    ContactModel contact =
        new ContactModel(
            image.id(),
            image.order(),
            image.line(),
            image.priority(),
            image.arrivedMs(),
            image.protectedLine());
    contact.placeMs = image.placeMs();
    contact.placeTie = image.placeTie();
    contact.queue = queue;
    contact.everOffered = queue != null;
    contact.state = image.state();
    contact.agent = image.agent();
    contact.answeredMs = image.answeredMs();
    contact.estimate = image.estimate();
    contact.estimatedMs = image.estimatedMs();
    contact.offered.addAll(image.offered());
    contact.callbackSinceMs = image.callbackSinceMs();
    contact.rung.addAll(image.rung());
    contact.listeners.putAll(image.listeners());
    return contact;
  }
}
