/**
 * Opening hours and holidays: what the core must not know, since tables of time zones change. All
 * of it is worked out here and told to the core as inputs.
 */
@NullMarked
package org.turno.server.hours;

import org.jspecify.annotations.NullMarked;
