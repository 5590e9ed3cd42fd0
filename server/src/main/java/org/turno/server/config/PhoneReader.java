package org.turno.server.config;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PhoneId;

/** Reads the phones of agents, or of supervisors, each of which may be only one's. */
final class PhoneReader {
  private final String kind;
  private final Known known;
  private final Problems problems;
  private final Map<PhoneId, String> phones = new TreeMap<>();

  /**
   * @param kind what those are called whose phones are read
   */
  PhoneReader(String kind, Known known, Problems problems) {
    this.kind = kind;
    this.known = known;
    this.problems = problems;
  }

  /** Null, with the problem reported, where there is no phone, or another has it. */
  @Nullable PhoneId read(String name, MapReader map) {
    Text address = map.requiredText("phone", "PJSIP/1001");
    PbxId pbx = pbx(map);
    if (address == null || pbx == null) {
      return null;
    }
    if (!address.value().matches("[^/\\s]+/\\S+")) {
      problems.error(
          address.spot(),
          "phone of " + map.where() + " is \"" + address.value() + "\"",
          "write technology and name as the PBX dials them, for example PJSIP/1001 or user/1001");
      return null;
    }
    PhoneId phone = new PhoneId(pbx, address.value());
    String other = phones.putIfAbsent(phone, name);
    if (other != null) {
      problems.error(
          address.spot(),
          map.where() + " has the phone of " + kind + " " + other,
          "give each " + kind + " a phone of their own");
      return null;
    }
    return phone;
  }

  private @Nullable PbxId pbx(MapReader map) {
    Text pbx = map.text("pbx");
    if (pbx != null) {
      return known.pbxs().check(pbx.value(), pbx.spot(), map.where(), problems)
          ? new PbxId(pbx.value())
          : null;
    }
    if (map.has("pbx")) {
      return null;
    }
    if (known.pbxs().names().size() > 1) {
      problems.error(
          map.spot(),
          map.where() + " does not say on which PBX the phone is",
          "add pbx: with one of " + String.join(", ", known.pbxs().names()));
      return null;
    }
    return known.pbxs().names().isEmpty() ? null : new PbxId(known.pbxs().names().first());
  }
}
