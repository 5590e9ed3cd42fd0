/**
 * The sealed vocabulary of what the outside world is asked to do, each with a deterministic id and
 * a class of retry.
 */
@NullMarked
package org.turno.acd.effect;

import org.jspecify.annotations.NullMarked;
