/** State from snapshots and later entries; verification by deciding again. */
@NullMarked
package org.turno.acd.recovery;

import org.jspecify.annotations.NullMarked;
