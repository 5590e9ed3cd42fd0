/** The state of contacts: waiting, offered, connecting, talking. */
@NullMarked
package org.turno.acd.contact;

import org.jspecify.annotations.NullMarked;
