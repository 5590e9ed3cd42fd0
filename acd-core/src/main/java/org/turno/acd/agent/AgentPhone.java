package org.turno.acd.agent;

import org.turno.acd.plan.PhoneState;

/** What the PBX says of an agent's phone. Changed while an event is applied. */
public final class AgentPhone {
  private PhoneState state = PhoneState.UNKNOWN;
  private PhoneState said = PhoneState.UNKNOWN;
  private boolean pbxConnected;

  /** It is so. */
  public void changed(PhoneState newState) {
    state = newState;
    said = newState;
  }

  /** The PBX says so, and it does not count yet. */
  public void noted(PhoneState newState) {
    said = newState;
  }

  /** The link to its PBX. */
  public void pbxConnected(boolean connected) {
    pbxConnected = connected;
  }

  /** Its state as far as offers are concerned. */
  public PhoneState state() {
    return state;
  }

  /** What the PBX said last, also where it does not count. */
  public PhoneState said() {
    return said;
  }

  boolean unreachable() {
    return state == PhoneState.UNREACHABLE || !pbxConnected;
  }

  /** Whether its PBX is connected. */
  public boolean linked() {
    return pbxConnected;
  }

  @Override
  public String toString() {
    return state + "/" + said + "/" + pbxConnected;
  }
}
