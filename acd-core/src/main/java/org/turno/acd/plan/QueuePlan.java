package org.turno.acd.plan;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A queue and its policies. All times in milliseconds.
 *
 * <p>Made from {@link #of} by the methods that change one thing each, so that a new policy concerns
 * only those who use it.
 *
 * @param id its name
 * @param name what people read
 * @param requirement what every contact of the queue asks of an agent
 * @param music the hold-music class that the PBX plays
 * @param offers how it asks an agent
 * @param wrapUp what follows a conversation
 * @param admission whom it takes in and for how long
 * @param serviceLevelTargetMs T of the service-level formulas
 * @param shortAbandonMs a contact that leaves sooner is a short abandon
 * @param routing how its contacts and agents find each other
 * @param hardContacts what it does for agents whose contacts were hard
 * @param keys what a caller who waits can do by pressing a key
 * @param closed what it does when it is closed
 * @param announcements what those who wait are told
 * @param callback how it calls back those who asked for it; null for not at all
 */
public record QueuePlan(
    QueueId id,
    String name,
    Requirement requirement,
    String music,
    OfferPolicy offers,
    WrapUpPolicy wrapUp,
    AdmissionPolicy admission,
    long serviceLevelTargetMs,
    long shortAbandonMs,
    RoutingPolicy routing,
    HardContactPolicy hardContacts,
    SortedMap<Key, KeyAction> keys,
    ClosedPolicy closed,
    AnnouncementPolicy announcements,
    @Nullable CallbackPolicy callback) {
  /** Copies the map and rejects times that make no sense. */
  public QueuePlan {
    keys = Collections.unmodifiableSortedMap(new TreeMap<>(keys));
    if (serviceLevelTargetMs < 0 || shortAbandonMs < 0) {
      throw new IllegalArgumentException("queue " + id + " has a negative time: use 0 or more");
    }
  }

  /** The components, one of which is about to be another. */
  private static final class Parts {
    private final QueueId id;
    private String name;
    private Requirement requirement;
    private String music;
    private OfferPolicy offers;
    private WrapUpPolicy wrapUp;
    private AdmissionPolicy admission;
    private long serviceLevelTargetMs;
    private long shortAbandonMs;
    private RoutingPolicy routing;
    private HardContactPolicy hardContacts;
    private SortedMap<Key, KeyAction> keys;
    private ClosedPolicy closed;
    private AnnouncementPolicy announcements;
    private @Nullable CallbackPolicy callback;

    private Parts(QueuePlan of) {
      id = of.id;
      name = of.name;
      requirement = of.requirement;
      music = of.music;
      offers = of.offers;
      wrapUp = of.wrapUp;
      admission = of.admission;
      serviceLevelTargetMs = of.serviceLevelTargetMs;
      shortAbandonMs = of.shortAbandonMs;
      routing = of.routing;
      hardContacts = of.hardContacts;
      keys = of.keys;
      closed = of.closed;
      announcements = of.announcements;
      callback = of.callback;
    }

    private QueuePlan whole() {
      return new QueuePlan(
          id,
          name,
          requirement,
          music,
          offers,
          wrapUp,
          admission,
          serviceLevelTargetMs,
          shortAbandonMs,
          routing,
          hardContacts,
          keys,
          closed,
          announcements,
          callback);
    }
  }

  private QueuePlan but(Consumer<Parts> change) {
    Parts parts = new Parts(this);
    change.accept(parts);
    return parts.whole();
  }

  /** A queue with everyday values: rings 15 s, no wrap-up, no limits, target 20 s. */
  public static QueuePlan of(String id) {
    return new QueuePlan(
        new QueueId(id),
        id,
        Requirement.nothing(),
        "default",
        OfferPolicy.DEFAULT,
        WrapUpPolicy.NONE,
        AdmissionPolicy.NO_LIMITS,
        20_000,
        5_000,
        RoutingPolicy.DEFAULT,
        HardContactPolicy.NONE,
        Collections.emptySortedMap(),
        ClosedPolicy.NEVER,
        AnnouncementPolicy.NONE,
        null);
  }

  /** The same with another name. */
  public QueuePlan named(String newName) {
    return but(parts -> parts.name = newName);
  }

  /** The same with another requirement. */
  public QueuePlan asking(Requirement newRequirement) {
    return but(parts -> parts.requirement = newRequirement);
  }

  /** The same with another hold music. */
  public QueuePlan playing(String newMusic) {
    return but(parts -> parts.music = newMusic);
  }

  /** The same with another way to ask agents. */
  public QueuePlan with(OfferPolicy newOffers) {
    return but(parts -> parts.offers = newOffers);
  }

  /** The same with another wrap-up. */
  public QueuePlan with(WrapUpPolicy newWrapUp) {
    return but(parts -> parts.wrapUp = newWrapUp);
  }

  /** The same with another admission. */
  public QueuePlan with(AdmissionPolicy newAdmission) {
    return but(parts -> parts.admission = newAdmission);
  }

  /** The same with another routing. */
  public QueuePlan with(RoutingPolicy newRouting) {
    return but(parts -> parts.routing = newRouting);
  }

  /** The same, measured by other times. */
  public QueuePlan measuredBy(long newServiceLevelTargetMs, long newShortAbandonMs) {
    return but(
        parts -> {
          parts.serviceLevelTargetMs = newServiceLevelTargetMs;
          parts.shortAbandonMs = newShortAbandonMs;
        });
  }

  /** The same with another care for agents whose contacts were hard. */
  public QueuePlan with(HardContactPolicy newHardContacts) {
    return but(parts -> parts.hardContacts = newHardContacts);
  }

  /** The same, otherwise closed. */
  public QueuePlan with(ClosedPolicy newClosed) {
    return but(parts -> parts.closed = newClosed);
  }

  /** The same, telling those who wait something else. */
  public QueuePlan with(AnnouncementPolicy newAnnouncements) {
    return but(parts -> parts.announcements = newAnnouncements);
  }

  /** The same, calling people back in another way. */
  public QueuePlan callingBack(@Nullable CallbackPolicy newCallback) {
    return but(parts -> parts.callback = newCallback);
  }

  /** The same with other keys. */
  public QueuePlan with(SortedMap<Key, KeyAction> newKeys) {
    return but(parts -> parts.keys = newKeys);
  }
}
