/** What the tests of several adapters use. */
@NullMarked
package org.turno.pbx.link;

import org.jspecify.annotations.NullMarked;
