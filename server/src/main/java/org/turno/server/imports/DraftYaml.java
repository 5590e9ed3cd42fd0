package org.turno.server.imports;

import java.util.Map;
import java.util.stream.Collectors;

/** Writes a draft down. */
final class DraftYaml {
  private static final String HEAD =
      """
      # Made by turno import from SOURCE.
      # Check it:   turno check FILE --no-secrets
      # Every key:  CONFIGURATION.md
      """;

  private static final String PBX =
      """

      # The telephone exchange: change host, ports, users and the files with the passwords.
      pbxs:
        pbx:
          type: asterisk
          ari: {user: turno, password_file: secrets/ari.password}
          ami: {user: turno, password_file: secrets/ami.password}
      """;

  private static final String HTTP =
      """

      http:
        token_file: secrets/api.token  # umask 077; openssl rand -hex 32 > secrets/api.token
      """;

  private final Draft draft;

  DraftYaml(Draft draft) {
    this.draft = draft;
  }

  String text(String source) {
    StringBuilder text = new StringBuilder(HEAD.replace("SOURCE", source)).append(PBX);
    text.append("\nqueues:\n");
    draft.queues().values().forEach(queue -> queue(text, queue));
    text.append(
        "\n# One line for each queue; the dialplan hands a caller over by Stasis(turno,LINE).\n");
    text.append("lines:\n");
    for (String queue : draft.queues().keySet()) {
      text.append("  %s: {queue: %s}%n".formatted(value(queue), value(queue)));
    }
    text.append("\nagents:");
    text.append(draft.agents().isEmpty() ? " {}\n" : "\n");
    draft.agents().values().forEach(agent -> agent(text, agent));
    return text.append(HTTP).toString();
  }

  private static void queue(StringBuilder text, Draft.Queue queue) {
    text.append("  ").append(value(queue.id)).append(":");
    text.append(queue.options.isEmpty() && queue.routing.isEmpty() ? " {}\n" : "\n");
    queue.options.forEach((key, value) -> text.append("    %s: %s%n".formatted(key, value)));
    if (!queue.routing.isEmpty()) {
      text.append("    routing:\n");
      queue.routing.forEach((key, value) -> text.append("      %s: %s%n".formatted(key, value)));
    }
  }

  private static void agent(StringBuilder text, Draft.Agent agent) {
    String alias = agent.alias == null ? "" : "alias: " + value(agent.alias) + ", ";
    String queues =
        agent.tiers.keySet().stream().map(DraftYaml::value).collect(Collectors.joining(", "));
    String tiers =
        agent.tiers.entrySet().stream()
            .filter(tier -> !tier.getValue().equals("1"))
            .map(DraftYaml::pair)
            .collect(Collectors.joining(", "));
    text.append(
        "  %s: {%sphone: %s, queues: [%s]%s%s}%n"
            .formatted(
                value(agent.id),
                alias,
                value(agent.phone),
                queues,
                tiers.isEmpty() ? "" : ", tiers: {" + tiers + "}",
                agent.wrapUpS == 0 ? "" : ", wrap_up_limit: " + seconds(agent.wrapUpS)));
  }

  private static String pair(Map.Entry<String, String> entry) {
    return value(entry.getKey()) + ": " + entry.getValue();
  }

  /** A text as YAML takes it for a text, whatever it holds. */
  static String value(String text) {
    boolean plain =
        text.matches("[\\p{L}_][\\p{L}\\p{Nd}_./ -]*[\\p{L}\\p{Nd}_./-]|[\\p{L}_]")
            && !text.matches("(?i)y|n|yes|no|on|off|true|false|null");
    return plain ? text : "'" + text.replaceAll("\\p{Cntrl}", " ").replace("'", "''") + "'";
  }

  /** Seconds as a length of time. */
  static String seconds(long seconds) {
    return seconds == 0 ? "0" : seconds + "s";
  }
}
