/** Days lived otherwise. */
@NullMarked
package org.turno.server.shadow;

import org.jspecify.annotations.NullMarked;
