/** What the core decides: the only thing that changes its state. */
@NullMarked
package org.turno.acd.event;

import org.jspecify.annotations.NullMarked;
