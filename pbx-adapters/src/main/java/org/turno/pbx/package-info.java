/** The port to PBXs: what every adapter, real or simulated, does for the core. */
@NullMarked
package org.turno.pbx;

import org.jspecify.annotations.NullMarked;
