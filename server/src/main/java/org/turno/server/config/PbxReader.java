package org.turno.server.config;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.ObservedPlan;
import org.turno.acd.plan.PbxId;

/** Reads one PBX. */
final class PbxReader {
  private static final long DEAD_MAN_SWITCH_MS = 12_000;
  private static final String ASTERISK = "asterisk";
  private static final String FREESWITCH = "freeswitch";
  private static final List<String> TYPES = List.of(ASTERISK, FREESWITCH);
  private final SecretReader secrets;
  private final Problems problems;

  PbxReader(SecretReader secrets, Problems problems) {
    this.secrets = secrets;
    this.problems = problems;
  }

  /**
   * What was read.
   *
   * @param pbx how to reach it, where its calls are steered
   * @param observed what is looked at there; null for nothing
   * @param observer how to reach it to look
   */
  record Read(
      Optional<PbxConfig> pbx,
      @Nullable ObservedPlan observed,
      Optional<ObserverConfig> observer) {}

  Read read(PbxId id, MapReader map, boolean onlyLooks) {
    Text type = map.requiredText("type", "asterisk");
    if (type != null && !TYPES.contains(type.value())) {
      problems.error(
          type.spot(),
          map.where() + " has the unknown type \"" + type.value() + "\"",
          "use one of " + String.join(", ", TYPES));
    }
    boolean freeSwitch = type != null && type.value().equals(FREESWITCH);
    refuseForeign(map, freeSwitch);
    return freeSwitch ? readFreeSwitch(id, map) : readAsterisk(id, map, onlyLooks);
  }

  /** What belongs to a PBX of the other type. */
  private void refuseForeign(MapReader map, boolean freeSwitch) {
    List<String> foreign =
        freeSwitch ? List.of("ari", "ami", "observe", "observed_queues") : List.of("esl");
    for (String key : foreign) {
      if (map.has(key)) {
        problems.error(
            map.spotOf(key),
            map.where() + " is of type " + (freeSwitch ? FREESWITCH : ASTERISK) + " and has " + key,
            "remove it");
      }
    }
  }

  private Read readFreeSwitch(PbxId id, MapReader map) {
    Optional<OutsideConfig> outside = Optional.ofNullable(outside(map));
    FreeSwitchReader reader = new FreeSwitchReader(secrets, problems);
    return new Read(reader.read(id, map, outside), null, Optional.empty());
  }

  private Read readAsterisk(PbxId id, MapReader map, boolean onlyLooks) {
    long deadManMs = deadManMs(map, problems);
    ObservedPlan observed = new ObserveReader(problems).read(id, map, ObservedPlan.Kind.APP_QUEUE);
    AsteriskConfig.Ari ari = onlyLooks ? null : ari(map);
    AsteriskConfig.Ami ami = ami(map);
    if (onlyLooks && map.has("dead_man_switch")) {
      problems.error(
          map.spotOf("dead_man_switch"),
          map.where() + " is only looked at and has a dead_man_switch",
          "remove it, or add ari: what is only looked at needs none");
    }
    Optional<ObserverConfig> observer =
        observed == null || ami == null
            ? Optional.empty()
            : Optional.of(new ObserverConfig(id, observed.kind(), ami));
    Optional<PbxConfig> asterisk =
        ari == null
            ? Optional.empty()
            : Optional.of(
                new AsteriskConfig(
                    id,
                    ari,
                    Optional.ofNullable(ami),
                    Math.toIntExact(deadManMs / 1_000),
                    Optional.ofNullable(outside(map))));
    return new Read(asterisk, observed, observer);
  }

  /** How long after Turno's last sign of life the PBX takes its callers back. */
  static long deadManMs(MapReader map, Problems problems) {
    long deadManMs = map.durationMs("dead_man_switch", DEAD_MAN_SWITCH_MS, 5_000, 120_000);
    if (deadManMs % 1_000 != 0) {
      problems.error(
          map.spotOf("dead_man_switch"),
          "dead_man_switch of " + map.where() + " is " + Durations.format(deadManMs),
          "use whole seconds: the PBX counts no finer");
    }
    return deadManMs;
  }

  private @Nullable OutsideConfig outside(MapReader pbx) {
    MapReader map = pbx.map("outside", Section.OUTSIDE);
    if (map == null) {
      return null;
    }
    Text dial = map.requiredText("dial", "PJSIP/{number}@trunk");
    Text callerId = map.requiredText("caller_id", "910000012");
    if (dial != null && !dial.value().matches("[A-Za-z0-9]+/[^\\s{}]*\\{number}[^\\s{}]*")) {
      problems.error(
          dial.spot(),
          "dial of " + map.where() + " is \"" + dial.value() + "\"",
          "write what the PBX dials with {number} once, for example PJSIP/{number}@trunk or"
              + " Local/{number}@outbound");
    }
    if (callerId != null && !callerId.value().matches("\\+?[0-9]{2,20}")) {
      problems.error(
          callerId.spot(),
          "caller_id of " + map.where() + " is \"" + callerId.value() + "\"",
          "write a number in quotes, one that does not say whose line it is");
    }
    return dial == null || callerId == null
        ? null
        : new OutsideConfig(dial.value(), callerId.value());
  }

  private AsteriskConfig.@Nullable Ari ari(MapReader pbx) {
    if (!pbx.has("ari")) {
      problems.error(
          pbx.spot(), pbx.where() + " has no ari", "add it as in the example turno.yaml");
    }
    MapReader map = pbx.map("ari", Section.ARI);
    if (map == null) {
      return null;
    }
    String host = map.text("host", "127.0.0.1");
    int port = map.integer("port", 8088, 1, 65_535);
    Text app = map.text("app");
    if (app != null && !app.value().matches("[A-Za-z0-9_-]+")) {
      problems.error(
          app.spot(),
          "app of " + map.where() + " is \"" + app.value() + "\"",
          "use letters, digits, - and _, as in the dialplan's Stasis(turno,012)");
    }
    Text user = map.requiredText("user", "turno");
    Secret password = secrets.required(map, "password");
    if (user == null || password == null) {
      return null;
    }
    return new AsteriskConfig.Ari(
        host, port, app == null ? "turno" : app.value(), user.value(), password);
  }

  private AsteriskConfig.@Nullable Ami ami(MapReader pbx) {
    if (!pbx.has("ami") && !pbx.has("observe")) {
      problems.warning(
          pbx.spot(),
          pbx.where() + " has no ami, so nobody watches its phones",
          "add ami as in the example turno.yaml, or calls ring at phones that are busy or off");
    }
    MapReader map = pbx.map("ami", Section.AMI);
    if (map == null) {
      return null;
    }
    String host = map.text("host", "127.0.0.1");
    int port = map.integer("port", 5038, 1, 65_535);
    Text user = map.requiredText("user", "turno");
    Secret password = secrets.required(map, "password");
    if (user == null || password == null) {
      return null;
    }
    return new AsteriskConfig.Ami(host, port, user.value(), password);
  }
}
