package org.turno.server.hours;

import org.turno.acd.plan.Door;

/** The hours of one line or queue. */
public record Opening(Door door, OpeningHours hours) {}
