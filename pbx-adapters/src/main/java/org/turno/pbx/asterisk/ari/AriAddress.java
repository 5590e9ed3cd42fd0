package org.turno.pbx.asterisk.ari;

/**
 * Where Asterisk's REST interface listens and who Turno is there.
 *
 * @param host of Asterisk's HTTP server (http.conf)
 * @param port of Asterisk's HTTP server
 * @param user a user of ari.conf that may write
 * @param password of that user
 * @param application the name that the dialplan gives to Stasis()
 */
public record AriAddress(String host, int port, String user, String password, String application) {
  /** Rejects an application name that the protocol could not carry. */
  public AriAddress {
    if (!application.matches("[A-Za-z0-9_-]+")) {
      throw new IllegalArgumentException(
          "ARI application '" + application + "': use letters, digits, '-' and '_' only");
    }
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "ARI " + user + "@" + host + ":" + port + " application " + application;
  }
}
