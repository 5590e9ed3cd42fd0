/**
 * What can reach the core: facts from PBXs, wishes from desks, reports of effects, expired timers.
 */
@NullMarked
package org.turno.acd.input;

import org.jspecify.annotations.NullMarked;
