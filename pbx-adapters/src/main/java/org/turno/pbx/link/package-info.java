/** What the adapters to the PBXs have in common. */
@NullMarked
package org.turno.pbx.link;

import org.jspecify.annotations.NullMarked;
