/** What Prometheus reads. The only package that knows its client library. */
@NullMarked
package org.turno.stats.metrics;

import org.jspecify.annotations.NullMarked;
