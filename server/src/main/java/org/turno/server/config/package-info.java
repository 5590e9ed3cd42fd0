/**
 * The configuration file: read, checked as a whole with every problem at its line and column, and
 * compared with the one in force.
 */
@NullMarked
package org.turno.server.config;

import org.jspecify.annotations.NullMarked;
