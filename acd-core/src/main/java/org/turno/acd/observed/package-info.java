/** What is known of queues that are a PBX's own. Nothing that routing looks at depends on it. */
@NullMarked
package org.turno.acd.observed;

import org.jspecify.annotations.NullMarked;
