/** Days lived otherwise. */
@NullMarked
package org.turno.server.whatif;

import org.jspecify.annotations.NullMarked;
