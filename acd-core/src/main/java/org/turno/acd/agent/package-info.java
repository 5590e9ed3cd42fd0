/** The state of agents: their activity, pause, phone and rest. */
@NullMarked
package org.turno.acd.agent;

import org.jspecify.annotations.NullMarked;
