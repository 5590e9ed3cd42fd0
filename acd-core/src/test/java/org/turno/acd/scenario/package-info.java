/** The everyday rules, told as what happens on a floor. */
@NullMarked
package org.turno.acd.scenario;

import org.jspecify.annotations.NullMarked;
