package org.turno.acd.plan;

/**
 * An agent's telephone.
 *
 * @param pbx where it registers
 * @param address what that PBX dials, for example {@code PJSIP/1001}
 */
public record PhoneId(PbxId pbx, String address) implements Comparable<PhoneId> {
  /** Rejects an empty address. */
  public PhoneId {
    Ids.requireText(address, "phone address");
  }

  @Override
  public int compareTo(PhoneId other) {
    int byPbx = pbx.compareTo(other.pbx);
    return byPbx != 0 ? byPbx : address.compareTo(other.address);
  }

  @Override
  public String toString() {
    return pbx + "/" + address;
  }
}
