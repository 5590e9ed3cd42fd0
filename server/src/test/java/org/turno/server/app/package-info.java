/** The parts put together, with a simulated PBX where a real one would stand. */
@NullMarked
package org.turno.server.app;

import org.jspecify.annotations.NullMarked;
