/** The HTTP and WebSocket interface: figures, agents' commands, health, metrics, the wallboard. */
@NullMarked
package org.turno.server.web;

import org.jspecify.annotations.NullMarked;
