/** Who serves contacts: states, pauses, wrap-up, capacity. */
@NullMarked
package org.turno.acd.agent;

import org.jspecify.annotations.NullMarked;
