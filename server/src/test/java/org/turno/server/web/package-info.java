/** Tests of the HTTP and WebSocket interface. */
@NullMarked
package org.turno.server.web;

import org.jspecify.annotations.NullMarked;
