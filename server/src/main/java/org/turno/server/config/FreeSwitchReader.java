package org.turno.server.config;

import java.util.Optional;
import org.turno.acd.plan.PbxId;
import org.turno.pbx.freeswitch.FreeSwitchOptions;

/** Reads how a FreeSWITCH is reached. */
final class FreeSwitchReader {
  private static final int ESL_PORT = 8021;

  private final SecretReader secrets;
  private final Problems problems;

  FreeSwitchReader(SecretReader secrets, Problems problems) {
    this.secrets = secrets;
    this.problems = problems;
  }

  /** Empty, with the problem reported, where it cannot be reached so. */
  Optional<PbxConfig> read(PbxId id, MapReader pbx, Optional<OutsideConfig> outside) {
    int deadManS = Math.toIntExact(PbxReader.deadManMs(pbx, problems) / 1_000);
    if (!pbx.has("esl")) {
      problems.error(
          pbx.spot(),
          pbx.where() + " has no esl",
          "add esl: {password_file: secrets/esl.password}, the password of event_socket.conf.xml");
    }
    MapReader map = pbx.map("esl", Section.ESL);
    if (map == null) {
      return Optional.empty();
    }
    String host = map.text("host", "127.0.0.1");
    int port = map.integer("port", ESL_PORT, 1, 65_535);
    String dial = dial(map);
    Secret password = secrets.required(map, "password");
    if (password == null) {
      return Optional.empty();
    }
    return Optional.of(new FreeSwitchConfig(id, host, port, password, dial, deadManS, outside));
  }

  private String dial(MapReader map) {
    Text dial = map.text("dial");
    if (dial == null) {
      return FreeSwitchOptions.DEFAULT_DIAL;
    }
    if (!dial.value().matches("[A-Za-z0-9_.+@:%/-]*\\{phone\\}[A-Za-z0-9_.+@:%/-]*")) {
      problems.error(
          dial.spot(),
          "dial of " + map.where() + " is \"" + dial.value() + "\"",
          "write what FreeSWITCH dials with {phone} for the name behind user/, for example"
              + " user/{phone}@pbx.example.org or sofia/internal/{phone}%pbx.example.org");
      return FreeSwitchOptions.DEFAULT_DIAL;
    }
    return dial.value();
  }
}
