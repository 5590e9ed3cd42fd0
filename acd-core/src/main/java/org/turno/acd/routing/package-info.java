/** Which waiting contact meets which free agent. */
@NullMarked
package org.turno.acd.routing;

import org.jspecify.annotations.NullMarked;
