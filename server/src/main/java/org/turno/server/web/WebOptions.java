package org.turno.server.web;

/**
 * Where the server listens and whom it lets in.
 *
 * @param host a name or address of this machine
 * @param port 0 for any free one
 */
public record WebOptions(String host, int port, AccessPolicy access) {
  /** Rejects an open server that others could reach. */
  public WebOptions {
    if (access instanceof AccessPolicy.Open && !Hosts.isLoopback(host)) {
      throw new IllegalArgumentException(
          "HTTP would listen on "
              + host
              + " without a token: set an API token, or listen on 127.0.0.1");
    }
  }
}
