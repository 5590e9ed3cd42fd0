/** The style of the sources as tests: each failure names its remedy. */
@NullMarked
package org.turno.load.tidy;

import org.jspecify.annotations.NullMarked;
