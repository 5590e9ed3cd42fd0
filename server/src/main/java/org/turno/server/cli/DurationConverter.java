package org.turno.server.cli;

import java.time.Duration;
import org.turno.server.config.Durations;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Lengths of time as in the configuration. */
final class DurationConverter implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String text) {
    return Duration.ofMillis(
        Durations.parseMs(text)
            .orElseThrow(
                () ->
                    new TypeConversionException(
                        "'" + text + "' is not a length of time: write 300ms, 15s, 2m or 1h")));
  }
}
