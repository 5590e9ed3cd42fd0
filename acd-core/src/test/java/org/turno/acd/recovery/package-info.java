/** That a restored state is the state that was. */
@NullMarked
package org.turno.acd.recovery;

import org.jspecify.annotations.NullMarked;
