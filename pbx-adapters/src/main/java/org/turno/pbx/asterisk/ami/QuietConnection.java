package org.turno.pbx.asterisk.ami;

import java.io.IOException;
import org.asteriskjava.AsteriskVersion;
import org.asteriskjava.manager.internal.ManagerConnectionImpl;
import org.asteriskjava.util.SocketConnectionFacade;

/**
 * A connection that sends nothing but what it is asked to, and reads no more than can be.
 * Asterisk-Java's own asks for settings and runs a command of the console at each login, to find
 * out a version that only matters to who originates calls; a user who may only look is not allowed
 * either.
 */
final class QuietConnection extends ManagerConnectionImpl {
  private final AmiAddress address;
  private final int connectTimeoutMs;

  QuietConnection(AmiAddress address, int connectTimeoutMs) {
    setHostname(address.host());
    setPort(address.port());
    setUsername(address.user());
    setPassword(address.password());
    this.address = address;
    this.connectTimeoutMs = connectTimeoutMs;
  }

  @Override
  protected SocketConnectionFacade createSocket() throws IOException {
    return new BoundedSocket(address.host(), address.port(), connectTimeoutMs);
  }

  @Override
  protected AsteriskVersion determineVersion() {
    return AsteriskVersion.ASTERISK_22;
  }
}
