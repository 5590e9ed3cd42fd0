/** One person's one try to be served, from arrival to its single end. */
@NullMarked
package org.turno.acd.contact;

import org.jspecify.annotations.NullMarked;
