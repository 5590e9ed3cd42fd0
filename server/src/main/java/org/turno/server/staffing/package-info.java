/**
 * How many agents a line needs, by the formulas of the field. Stationary figures, no simulation.
 */
@NullMarked
package org.turno.server.staffing;

import org.jspecify.annotations.NullMarked;
