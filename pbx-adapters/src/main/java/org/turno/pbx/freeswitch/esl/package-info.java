/**
 * FreeSWITCH's event socket (mod_event_socket), as an inbound client speaks it: framing, events,
 * commands and one connection that is made anew whenever it ends.
 */
@NullMarked
package org.turno.pbx.freeswitch.esl;

import org.jspecify.annotations.NullMarked;
