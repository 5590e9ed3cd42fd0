/** Why a contact was treated as it was: a journal's entries told for people. */
@NullMarked
package org.turno.acd.explain;

import org.jspecify.annotations.NullMarked;
