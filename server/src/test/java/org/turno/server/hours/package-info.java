/** Tests of opening hours. */
@NullMarked
package org.turno.server.hours;

import org.jspecify.annotations.NullMarked;
