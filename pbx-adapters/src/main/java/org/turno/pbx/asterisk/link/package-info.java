/** What both links to Asterisk share. */
@NullMarked
package org.turno.pbx.asterisk.link;

import org.jspecify.annotations.NullMarked;
