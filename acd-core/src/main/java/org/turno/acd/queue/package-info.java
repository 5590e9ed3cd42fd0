/** The state of queues: who waits, in order. */
@NullMarked
package org.turno.acd.queue;

import org.jspecify.annotations.NullMarked;
