package org.turno.acd.input;

/**
 * Everything that can reach the core. An input is a fact or a wish; what Turno makes of it is
 * decided in one place and written down as events.
 */
public sealed interface Input
    permits PbxInput,
        DeskInput,
        SupervisorInput,
        DoorInput,
        EffectReport,
        AdminInput,
        ObservedInput,
        TimerExpired {}
