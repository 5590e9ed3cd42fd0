/** What the journal promises, shown on real files. */
@NullMarked
package org.turno.acd.journal;

import org.jspecify.annotations.NullMarked;
