/** The command line of the server. */
@NullMarked
package org.turno.server.cli;

import org.jspecify.annotations.NullMarked;
