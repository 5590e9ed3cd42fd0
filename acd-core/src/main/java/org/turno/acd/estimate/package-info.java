/** How long contacts will wait: what is learnt from those before them, and what follows from it. */
@NullMarked
package org.turno.acd.estimate;

import org.jspecify.annotations.NullMarked;
