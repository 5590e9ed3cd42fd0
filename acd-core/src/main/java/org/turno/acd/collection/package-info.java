/** Collections of the core: small memory traffic, and no order that is not the same on a replay. */
@NullMarked
package org.turno.acd.collection;

import org.jspecify.annotations.NullMarked;
