package org.turno.server.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options by which a command finds a running Turno. */
final class ServerAccess {
  private static final String USUAL = "http://127.0.0.1:8080";

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "Where Turno listens (default: the variable TURNO_URL, or else " + USUAL + ").")
  private Optional<URI> server = Optional.empty();

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "A file with the API token. Without it: the variable TURNO_TOKEN.")
  private Optional<Path> tokenFile = Optional.empty();

  TurnoClient connect(Map<String, String> environment) {
    URI address = server.orElseGet(() -> URI.create(environment.getOrDefault("TURNO_URL", USUAL)));
    if (address.getHost() == null) {
      throw new CommandFailure("'" + address + "' is no address: write for example " + USUAL);
    }
    return new TurnoClient(address, token(environment));
  }

  private Optional<String> token(Map<String, String> environment) {
    if (tokenFile.isEmpty()) {
      return Optional.ofNullable(environment.get("TURNO_TOKEN"));
    }
    try {
      return Optional.of(Files.readString(tokenFile.get()).strip());
    } catch (IOException e) {
      throw new CommandFailure("cannot read the token file " + tokenFile.get() + ": " + e, e);
    }
  }
}
