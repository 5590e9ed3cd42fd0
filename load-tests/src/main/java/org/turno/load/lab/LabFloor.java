package org.turno.load.lab;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The configuration of the Turno beside the lab's Asterisk. */
final class LabFloor {
  /** The API token; whoever can reach 127.0.0.1 may read it here. */
  static final String TOKEN = "only-for-the-lab-on-this-machine";

  private LabFloor() {}

  /** PBX and HTTP: what every floor has. */
  static String header(LabPorts ports) {
    return """
        pbxs:
          lab:
            type: asterisk
            ari: {port: %d, user: turno, password_file: pbx.password}
            ami: {port: %d, user: turno, password_file: pbx.password}
        http:
          port: %d
          token_file: api.token
        """
        .formatted(ports.http(), ports.ami(), ports.turnoHttp());
  }

  /** Lines 012 and 010 into one queue, 016 ahead of them, and so many agents who serve all. */
  static String everybodyServesAll(int agents) {
    String people =
        IntStream.rangeClosed(1, agents)
            .mapToObj(
                i -> "  a%1$d: {phone: PJSIP/%1$d, skills: {lang.es: 100}}".formatted(1000 + i))
            .collect(Collectors.joining("\n"));
    return """
        skills:
          lang.es: Spanish
        queues:
          general: {name: General, requires: lang.es}
        lines:
          '012': {name: 012 Información, queue: general, show_caller: true}
          '010': {name: 010 Ayuntamiento, queue: general, show_caller: true}
          '016': {name: 016, queue: general, priority: 100, show_caller: true}
        agents:
        %s
        """
        .formatted(people);
  }
}
