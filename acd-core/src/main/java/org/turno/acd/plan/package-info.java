/**
 * Ids and configuration records: what exists and what was decided beforehand. The base that every
 * other package may use.
 */
@NullMarked
package org.turno.acd.plan;

import org.jspecify.annotations.NullMarked;
