package org.turno.acd.input;

import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.PhoneState;

/** One phone in a PBX's inventory. */
public record PhoneSnapshot(PhoneId phone, PhoneState state) {}
