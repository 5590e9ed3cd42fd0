/**
 * Projections of the journal: live figures, service levels and metrics. Nothing here steers
 * routing.
 */
@NullMarked
package org.turno.stats;

import org.jspecify.annotations.NullMarked;
