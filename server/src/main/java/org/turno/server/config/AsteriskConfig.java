package org.turno.server.config;

import java.util.Optional;
import org.turno.acd.plan.PbxId;

/**
 * An Asterisk to work with.
 *
 * @param id its name
 * @param ari how calls are steered
 * @param ami how phones are watched; empty where nobody does
 * @param deadManSwitchS seconds: how long after Turno's last sign of life Asterisk takes its
 *     callers back
 * @param outside how people are called back; empty where nobody is
 */
public record AsteriskConfig(
    PbxId id, Ari ari, Optional<Ami> ami, int deadManSwitchS, Optional<OutsideConfig> outside)
    implements PbxConfig {
  @Override
  public String summary() {
    return "Asterisk, ARI "
        + ari.host()
        + ":"
        + ari.port()
        + " application "
        + ari.app()
        + ", AMI "
        + ami.map(one -> one.host() + ":" + one.port()).orElse("none")
        + ", dead man's switch "
        + deadManSwitchS
        + " s";
  }

  /**
   * The REST interface.
   *
   * @param host of Asterisk's HTTP server
   * @param port of Asterisk's HTTP server
   * @param app the Stasis application that the dialplan hands calls to
   */
  public record Ari(String host, int port, String app, String user, Secret password) {}

  /** The manager interface. */
  public record Ami(String host, int port, String user, Secret password) {}
}
