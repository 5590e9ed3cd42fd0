package org.turno.acd.plan;

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
    HardContactPolicy hardContacts) {
  /** Rejects times that make no sense. */
  public QueuePlan {
    if (serviceLevelTargetMs < 0 || shortAbandonMs < 0) {
      throw new IllegalArgumentException("queue " + id + " has a negative time: use 0 or more");
    }
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
        HardContactPolicy.NONE);
  }

  /** The same with another name. */
  public QueuePlan named(String newName) {
    return new QueuePlan(
        id,
        newName,
        requirement,
        music,
        offers,
        wrapUp,
        admission,
        serviceLevelTargetMs,
        shortAbandonMs,
        routing,
        hardContacts);
  }

  /** The same with another requirement. */
  public QueuePlan asking(Requirement newRequirement) {
    return new QueuePlan(
        id,
        name,
        newRequirement,
        music,
        offers,
        wrapUp,
        admission,
        serviceLevelTargetMs,
        shortAbandonMs,
        routing,
        hardContacts);
  }

  /** The same with another hold music. */
  public QueuePlan playing(String newMusic) {
    return new QueuePlan(
        id,
        name,
        requirement,
        newMusic,
        offers,
        wrapUp,
        admission,
        serviceLevelTargetMs,
        shortAbandonMs,
        routing,
        hardContacts);
  }

  /** The same with another way to ask agents. */
  public QueuePlan with(OfferPolicy newOffers) {
    return new QueuePlan(
        id,
        name,
        requirement,
        music,
        newOffers,
        wrapUp,
        admission,
        serviceLevelTargetMs,
        shortAbandonMs,
        routing,
        hardContacts);
  }

  /** The same with another wrap-up. */
  public QueuePlan with(WrapUpPolicy newWrapUp) {
    return new QueuePlan(
        id,
        name,
        requirement,
        music,
        offers,
        newWrapUp,
        admission,
        serviceLevelTargetMs,
        shortAbandonMs,
        routing,
        hardContacts);
  }

  /** The same with another admission. */
  public QueuePlan with(AdmissionPolicy newAdmission) {
    return new QueuePlan(
        id,
        name,
        requirement,
        music,
        offers,
        wrapUp,
        newAdmission,
        serviceLevelTargetMs,
        shortAbandonMs,
        routing,
        hardContacts);
  }

  /** The same with another routing. */
  public QueuePlan with(RoutingPolicy newRouting) {
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
        newRouting,
        hardContacts);
  }

  /** The same, measured by other times. */
  public QueuePlan measuredBy(long newServiceLevelTargetMs, long newShortAbandonMs) {
    return new QueuePlan(
        id,
        name,
        requirement,
        music,
        offers,
        wrapUp,
        admission,
        newServiceLevelTargetMs,
        newShortAbandonMs,
        routing,
        hardContacts);
  }

  /** The same with another care for agents whose contacts were hard. */
  public QueuePlan with(HardContactPolicy newHardContacts) {
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
        newHardContacts);
  }
}
