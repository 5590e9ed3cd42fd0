/** Tests of the figures. */
@NullMarked
package org.turno.stats;

import org.jspecify.annotations.NullMarked;
