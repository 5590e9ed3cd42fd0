/** Decisions on disk. The only package that knows Chronicle Queue and Jackson. */
@NullMarked
package org.turno.acd.journal;

import org.jspecify.annotations.NullMarked;
