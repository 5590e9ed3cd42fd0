/** Who gets whom: eligibility and choice, kept ready as the state changes. */
@NullMarked
package org.turno.acd.routing;

import org.jspecify.annotations.NullMarked;
