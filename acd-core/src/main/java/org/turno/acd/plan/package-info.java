/**
 * The base vocabulary: ids, shared words and the configuration that the core decides under.
 * Everything may use it; it uses nothing.
 */
@NullMarked
package org.turno.acd.plan;

import org.jspecify.annotations.NullMarked;
