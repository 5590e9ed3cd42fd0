/** Load, the PBX lab and benchmarks. */
@NullMarked
package org.turno.load;

import org.jspecify.annotations.NullMarked;
