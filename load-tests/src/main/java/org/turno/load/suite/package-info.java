/** Runs the project's own tests part by part, after installing what they need, and sums them up. */
@NullMarked
package org.turno.load.suite;

import org.jspecify.annotations.NullMarked;
