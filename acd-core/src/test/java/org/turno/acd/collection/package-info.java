@NullMarked
package org.turno.acd.collection;

import org.jspecify.annotations.NullMarked;
