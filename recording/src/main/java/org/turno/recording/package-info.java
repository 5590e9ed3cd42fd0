/** Who may be recorded, where recordings lie, for how long, and who may hear them. */
@NullMarked
package org.turno.recording;

import org.jspecify.annotations.NullMarked;
