/** The simulated PBX under test, and the simulation that uses it. */
@NullMarked
package org.turno.pbx.sim;

import org.jspecify.annotations.NullMarked;
