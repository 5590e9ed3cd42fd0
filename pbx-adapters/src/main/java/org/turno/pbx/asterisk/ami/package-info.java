/**
 * Everything but calls on Asterisk through its manager interface: registration, device state, up
 * and down.
 */
@NullMarked
package org.turno.pbx.asterisk.ami;

import org.jspecify.annotations.NullMarked;
