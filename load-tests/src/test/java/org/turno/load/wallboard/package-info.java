/** The wallboard in a real browser. */
@NullMarked
package org.turno.load.wallboard;

import org.jspecify.annotations.NullMarked;
