/** What is told of a PBX's own queues. */
@NullMarked
package org.turno.pbx.observe;

import org.jspecify.annotations.NullMarked;
