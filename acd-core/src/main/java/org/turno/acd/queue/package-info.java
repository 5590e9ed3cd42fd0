/** Where contacts wait, in what order, and for how long. */
@NullMarked
package org.turno.acd.queue;

import org.jspecify.annotations.NullMarked;
