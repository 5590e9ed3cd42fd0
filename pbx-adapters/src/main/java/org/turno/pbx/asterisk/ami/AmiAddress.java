package org.turno.pbx.asterisk.ami;

/**
 * Where Asterisk's manager interface listens and who Turno is there.
 *
 * @param host of manager.conf
 * @param port of manager.conf
 * @param user a user of manager.conf with read = system,call,agent and write = system,reporting
 * @param password of that user
 */
public record AmiAddress(String host, int port, String user, String password) {
  /** Without the password. */
  @Override
  public String toString() {
    return "AMI " + user + "@" + host + ":" + port;
  }
}
