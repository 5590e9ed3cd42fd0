package org.turno.server.config;

import java.util.Optional;
import org.turno.acd.plan.PbxId;

/**
 * A FreeSWITCH to work with.
 *
 * @param id its name
 * @param host of its event socket
 * @param port of its event socket
 * @param dial how the phone {@code user/NAME} is dialled, with {@code {phone}} for NAME
 * @param deadManSwitchS seconds: how long after Turno's last sign of life FreeSWITCH takes its
 *     callers back
 * @param outside how people are called back; empty where nobody is
 */
public record FreeSwitchConfig(
    PbxId id,
    String host,
    int port,
    Secret password,
    String dial,
    int deadManSwitchS,
    Optional<OutsideConfig> outside)
    implements PbxConfig {
  @Override
  public String summary() {
    return "FreeSWITCH, event socket "
        + host
        + ":"
        + port
        + ", dead man's switch "
        + deadManSwitchS
        + " s";
  }
}
