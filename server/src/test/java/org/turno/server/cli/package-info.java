/** The commands as their users run them. */
@NullMarked
package org.turno.server.cli;

import org.jspecify.annotations.NullMarked;
