/**
 * Asterisk behind the port: calls by ARI, phones by AMI. One adapter lives on one Vert.x event
 * loop; what it caches of legs and phones it rebuilds from the inventory of each connect.
 */
@NullMarked
package org.turno.pbx.asterisk;

import org.jspecify.annotations.NullMarked;
