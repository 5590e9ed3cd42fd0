/** What observers of PBXs' own queues have in common, whatever the PBX. */
@NullMarked
package org.turno.pbx.observe;

import org.jspecify.annotations.NullMarked;
