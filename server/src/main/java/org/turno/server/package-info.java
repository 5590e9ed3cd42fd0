/** The running program: composition root, configuration, HTTP and WebSocket interface. */
@NullMarked
package org.turno.server;

import org.jspecify.annotations.NullMarked;
