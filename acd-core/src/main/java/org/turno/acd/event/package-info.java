/**
 * The sealed vocabulary of what has happened. Applying events is the only way in which state
 * changes.
 */
@NullMarked
package org.turno.acd.event;

import org.jspecify.annotations.NullMarked;
