/** Stories of contacts, read as their readers read them. */
@NullMarked
package org.turno.acd.explain;

import org.jspecify.annotations.NullMarked;
