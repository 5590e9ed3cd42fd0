package org.turno.server.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.PbxId;

/** Reads one PBX. */
final class PbxReader {
  private static final long DEAD_MAN_SWITCH_MS = 12_000;
  private static final List<String> TYPES = List.of("asterisk");
  private final SecretReader secrets;
  private final Problems problems;

  PbxReader(SecretReader secrets, Problems problems) {
    this.secrets = secrets;
    this.problems = problems;
  }

  Optional<AsteriskConfig> read(PbxId id, MapReader map) {
    Text type = map.requiredText("type", "asterisk");
    if (type != null && !TYPES.contains(type.value())) {
      problems.error(
          type.spot(),
          map.where() + " has the unknown type \"" + type.value() + "\"",
          "use one of " + String.join(", ", TYPES));
    }
    long deadManMs = map.durationMs("dead_man_switch", DEAD_MAN_SWITCH_MS, 5_000, 120_000);
    AsteriskConfig.Ari ari = ari(map);
    AsteriskConfig.Ami ami = ami(map);
    if (ari == null || ami == null) {
      return Optional.empty();
    }
    return Optional.of(new AsteriskConfig(id, ari, ami, deadManMs));
  }

  private AsteriskConfig.@Nullable Ari ari(MapReader pbx) {
    MapReader map = inner(pbx, "ari", Section.ARI);
    if (map == null) {
      return null;
    }
    URI url = url(map);
    String app = map.text("app", "turno");
    Text user = map.requiredText("user", "turno");
    Secret password = secrets.required(map, "password");
    if (url == null || user == null || password == null) {
      return null;
    }
    return new AsteriskConfig.Ari(url, app, user.value(), password);
  }

  private @Nullable URI url(MapReader map) {
    Text text = map.requiredText("url", "http://127.0.0.1:8088");
    if (text == null) {
      return null;
    }
    try {
      URI url = new URI(text.value());
      String path = url.getPath();
      if (List.of("http", "https").contains(url.getScheme())
          && url.getHost() != null
          && url.getUserInfo() == null
          && url.getQuery() == null
          && (path == null || path.isEmpty() || path.equals("/"))) {
        return url;
      }
    } catch (URISyntaxException e) {
      // Reported below, in the same words as every other form that will not do.
    }
    problems.error(
        text.spot(),
        "url of " + map.where() + " is \"" + text.value() + "\"",
        "write http:// or https://, host and port of Asterisk's HTTP server and nothing after"
            + " them, for example http://127.0.0.1:8088");
    return null;
  }

  private AsteriskConfig.@Nullable Ami ami(MapReader pbx) {
    MapReader map = inner(pbx, "ami", Section.AMI);
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

  private @Nullable MapReader inner(MapReader pbx, String key, Section section) {
    if (!pbx.has(key)) {
      problems.error(
          pbx.spot(), pbx.where() + " has no " + key, "add it as in the example turno.yaml");
    }
    return pbx.map(key, section);
  }
}
