package org.turno.server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Says which Turno on which Java this is. The build writes the version into a resource. */
final class TurnoVersion implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"turno " + version() + " on Java " + Runtime.version()};
  }

  private static String version() {
    try (InputStream in = TurnoVersion.class.getResourceAsStream("version.properties")) {
      if (in == null) {
        throw new IllegalStateException("version.properties is not on the class path: build again");
      }
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version", "unknown");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
