/**
 * The sealed vocabulary of what may reach the core: facts from a PBX, commands from desks, expired
 * timers, reports on effects.
 */
@NullMarked
package org.turno.acd.input;

import org.jspecify.annotations.NullMarked;
