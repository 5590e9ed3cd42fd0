package org.turno.server.config;

import java.net.URI;
import org.turno.acd.plan.PbxId;

/**
 * An Asterisk to work with.
 *
 * @param id its name
 * @param ari how calls are steered
 * @param ami how phones are watched
 * @param deadManSwitchMs how long after Turno's last sign of life Asterisk takes its callers back
 */
public record AsteriskConfig(PbxId id, Ari ari, Ami ami, long deadManSwitchMs) {
  /**
   * The REST interface.
   *
   * @param url of Asterisk's HTTP server, without {@code /ari}
   * @param app the Stasis application that the dialplan hands calls to
   */
  public record Ari(URI url, String app, String user, Secret password) {}

  /** The manager interface. */
  public record Ami(String host, int port, String user, Secret password) {}
}
