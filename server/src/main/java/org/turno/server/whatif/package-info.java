/** A recorded day lived again under another configuration. */
@NullMarked
package org.turno.server.whatif;

import org.jspecify.annotations.NullMarked;
