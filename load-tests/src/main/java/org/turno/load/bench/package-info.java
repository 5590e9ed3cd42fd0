/** Benchmarks: absolute times and ratios for reports, never for passing or failing. */
@NullMarked
package org.turno.load.bench;

import org.jspecify.annotations.NullMarked;
