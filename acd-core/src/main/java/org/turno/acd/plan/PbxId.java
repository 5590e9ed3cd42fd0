package org.turno.acd.plan;

/** One PBX that Turno works with, as named in the configuration. */
public record PbxId(String value) implements Comparable<PbxId> {
  /** Rejects an empty PBX id; any other text is allowed. */
  public PbxId {
    Ids.requireText(value, "PBX id");
  }

  @Override
  public int compareTo(PbxId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
