package org.turno.load.lab;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The configuration of the Turno beside the lab's Asterisk. */
final class LabFloor {
  /** The API token; whoever can reach 127.0.0.1 may read it here. */
  static final String TOKEN = "only-for-the-lab-on-this-machine";

  /** The phones that ring when Turno is away, and belong to no agent. */
  static final List<String> FIXED_PHONES = List.of("9001", "9002");

  /** What people dial. */
  static final List<String> LINES = List.of("012", "010", "016");

  private LabFloor() {}

  static boolean isFixed(String phone) {
    return FIXED_PHONES.contains(phone);
  }

  /** The names of the phones of so many agents. */
  static List<String> phones(int agents) {
    return IntStream.rangeClosed(1, agents).mapToObj(i -> "" + (1000 + i)).toList();
  }

  /** PBX and HTTP: what every floor has. */
  static String header(LabPorts ports, int ariPort) {
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
        .formatted(ariPort, ports.ami(), ports.turnoHttp());
  }

  /** PBX and HTTP of a Turno that only looks at Asterisk's own queues. */
  static String looking(LabPorts ports) {
    return """
        pbxs:
          lab:
            type: asterisk
            observe: app_queue
            ami: {port: %d, user: turno-look, password_file: pbx.password}
        http:
          port: %d
          token_file: api.token
        """
        .formatted(ports.ami(), ports.turnoHttp());
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
