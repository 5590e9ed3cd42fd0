/** The production core held against queueing theory. */
@NullMarked
package org.turno.load.theory;

import org.jspecify.annotations.NullMarked;
