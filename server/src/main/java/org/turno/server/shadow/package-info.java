/** A second configuration that looks on while the first decides. */
@NullMarked
package org.turno.server.shadow;

import org.jspecify.annotations.NullMarked;
