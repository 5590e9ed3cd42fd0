/** Calls on Asterisk through its REST interface and event WebSocket. */
@NullMarked
package org.turno.pbx.asterisk.ari;

import org.jspecify.annotations.NullMarked;
