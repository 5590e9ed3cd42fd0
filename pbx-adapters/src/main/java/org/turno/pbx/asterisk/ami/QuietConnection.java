package org.turno.pbx.asterisk.ami;

import org.asteriskjava.AsteriskVersion;
import org.asteriskjava.manager.internal.ManagerConnectionImpl;

/**
 * A connection that sends nothing but what it is asked to. Asterisk-Java's own asks for settings
 * and runs a command of the console at each login, to find out a version that only matters to who
 * originates calls; a user who may only look is not allowed either.
 */
final class QuietConnection extends ManagerConnectionImpl {
  QuietConnection(AmiAddress address, int connectTimeoutMs) {
    setHostname(address.host());
    setPort(address.port());
    setUsername(address.user());
    setPassword(address.password());
    setSocketTimeout(connectTimeoutMs);
  }

  @Override
  protected AsteriskVersion determineVersion() {
    return AsteriskVersion.ASTERISK_22;
  }
}
