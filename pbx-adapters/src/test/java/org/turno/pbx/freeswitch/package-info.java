/** FreeSWITCH's adapter against recordings of a real one and against one that misbehaves. */
@NullMarked
package org.turno.pbx.freeswitch;

import org.jspecify.annotations.NullMarked;
