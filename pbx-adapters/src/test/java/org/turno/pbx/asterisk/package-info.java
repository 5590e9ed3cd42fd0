/** The Asterisk adapter against recorded events and against a server that misbehaves. */
@NullMarked
package org.turno.pbx.asterisk;

import org.jspecify.annotations.NullMarked;
