/** Framing and commands of the event socket. */
@NullMarked
package org.turno.pbx.freeswitch.esl;

import org.jspecify.annotations.NullMarked;
