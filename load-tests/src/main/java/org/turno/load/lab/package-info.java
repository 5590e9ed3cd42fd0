/**
 * The lab: a real Asterisk, SIP phones and callers played by SIPp, and what went over the wire
 * between them. Everything listens on 127.0.0.1, and everything that is started here is stopped
 * here.
 */
@NullMarked
package org.turno.load.lab;

import org.jspecify.annotations.NullMarked;
