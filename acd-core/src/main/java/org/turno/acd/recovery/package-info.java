/** Building the state again from a journal, and checking that deciding again gives the same. */
@NullMarked
package org.turno.acd.recovery;

import org.jspecify.annotations.NullMarked;
