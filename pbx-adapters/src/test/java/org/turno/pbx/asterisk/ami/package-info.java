/** Phones' states. */
@NullMarked
package org.turno.pbx.asterisk.ami;

import org.jspecify.annotations.NullMarked;
