/** The deciding core and the one thread that runs it. */
@NullMarked
package org.turno.acd.engine;

import org.jspecify.annotations.NullMarked;
