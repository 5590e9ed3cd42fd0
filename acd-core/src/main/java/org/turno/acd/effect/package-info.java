/** What the core asks of PBXs. */
@NullMarked
package org.turno.acd.effect;

import org.jspecify.annotations.NullMarked;
