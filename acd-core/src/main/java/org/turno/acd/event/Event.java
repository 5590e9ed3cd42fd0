package org.turno.acd.event;

/**
 * What happened, in the core's judgement. Events alone change the state; the journal keeps them in
 * order; every figure on a screen is a projection of them.
 */
public sealed interface Event
    permits ContactEvent,
        OfferEvent,
        AgentEvent,
        PbxEvent,
        QueueEvent,
        ObservedEvent,
        TimerEvent,
        SystemEvent {}
