package org.turno.pbx.freeswitch.esl;

/**
 * Where FreeSWITCH's event socket listens.
 *
 * @param host of event_socket.conf.xml: listen-ip
 * @param port listen-port
 * @param password of that file
 */
public record EslAddress(String host, int port, String password) {
  /** Rejects a password that the protocol cannot carry. */
  public EslAddress {
    if (password.isEmpty() || password.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("the event socket's password is empty or has line ends");
    }
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "event socket " + host + ":" + port;
  }
}
