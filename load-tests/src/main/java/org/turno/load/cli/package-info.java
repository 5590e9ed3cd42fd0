/** The whole command line: the server's commands and those of the lab. */
@NullMarked
package org.turno.load.cli;

import org.jspecify.annotations.NullMarked;
