/**
 * FreeSWITCH behind the port, over its event socket. One adapter lives on one Vert.x event loop;
 * what it caches of legs and phones it rebuilds from the inventory of each connect.
 */
@NullMarked
package org.turno.pbx.freeswitch;

import org.jspecify.annotations.NullMarked;
