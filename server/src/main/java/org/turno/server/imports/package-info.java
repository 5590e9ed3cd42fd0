/** Other distributors' configuration files turned into {@code turno.yaml}. */
@NullMarked
package org.turno.server.imports;

import org.jspecify.annotations.NullMarked;
