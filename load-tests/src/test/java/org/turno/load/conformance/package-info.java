/** What every PBX behind the port must do: the same tests for the simulated and for real ones. */
@NullMarked
package org.turno.load.conformance;

import org.jspecify.annotations.NullMarked;
