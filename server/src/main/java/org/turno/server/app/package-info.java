/**
 * Where the parts are put together, with plain {@code new}, and taken apart again: the running
 * server, the demonstration, the reload.
 */
@NullMarked
package org.turno.server.app;

import org.jspecify.annotations.NullMarked;
