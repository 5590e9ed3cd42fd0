/** The single decider: the inbox, the sequencer, the core, its state and its timers. */
@NullMarked
package org.turno.acd.engine;

import org.jspecify.annotations.NullMarked;
