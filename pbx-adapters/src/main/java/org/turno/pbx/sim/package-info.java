/** A simulated PBX behind the same port, in simulated or real time. */
@NullMarked
package org.turno.pbx.sim;

import org.jspecify.annotations.NullMarked;
