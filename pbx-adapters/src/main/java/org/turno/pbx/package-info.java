/** The port between the core and any PBX: what an adapter must do and what it reports. */
@NullMarked
package org.turno.pbx;

import org.jspecify.annotations.NullMarked;
