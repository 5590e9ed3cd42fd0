package org.turno.server.imports;

import java.util.List;

/** The agents of a queue of {@code queues.conf}. */
final class QueueAgents {
  private final Draft draft;
  private final Draft.Queue queue;
  private final boolean penaltyIsPosition;

  QueueAgents(Draft draft, Draft.Queue queue, String strategy) {
    this.draft = draft;
    this.queue = queue;
    penaltyIsPosition = strategy.equals("wrandom");
  }

  /** One line: interface[,penalty][,name][,state interface][,ringinuse][,wrapuptime][,paused]. */
  void add(ConfFile.Setting line) {
    List<String> fields = List.of(line.value().split("\\s*,\\s*", -1));
    String phone = phone(field(fields, 0), field(fields, 3));
    if (phone.isEmpty()) {
      QueueOption.note(
          draft,
          line,
          "Turno rings a phone, not a piece of dialplan: give the agent its phone, as PJSIP/1001");
      return;
    }
    if (phone.startsWith("SIP/")) {
      phone = "PJSIP/" + phone.substring("SIP/".length());
      QueueOption.note(draft, line, "chan_sip is gone from Asterisk 21 on: taken as " + phone);
    }
    Draft.Agent agent = draft.agent(phone.substring(phone.indexOf('/') + 1), phone, line.at());
    if (!field(fields, 2).isEmpty()) {
      agent.alias = field(fields, 2);
    }
    agent.tiers.put(queue.id, standing(line, field(fields, 1)));
    rest(line, agent, fields);
  }

  private static String field(List<String> fields, int index) {
    return index < fields.size() ? fields.get(index) : "";
  }

  /** What is rung, or, where that is dialplan, whose state is watched. */
  private static String phone(String rung, String watched) {
    for (String candidate : List.of(rung, watched)) {
      if (candidate.matches("(?!Local/|Agent/|hint:)[^/\\s:]+/[^/\\s]+")) {
        return candidate;
      }
    }
    return "";
  }

  /** A penalty counts from 0, a level from 1. */
  private String standing(ConfFile.Setting line, String penalty) {
    if (penalty.isEmpty()) {
      return "1";
    }
    if (!penalty.matches("\\d{1,6}")) {
      QueueOption.note(
          draft, line, "penalty " + penalty + " is not a number of 0 or more: level 1");
      return "1";
    }
    int position = Integer.parseInt(penalty) + 1;
    return penaltyIsPosition && position > 1
        ? "{level: 1, position: " + position + "}"
        : Integer.toString(position);
  }

  /** An agent of several queues has one wrap-up of its own in Turno: the longest. */
  private void wrapUp(ConfFile.Setting line, Draft.Agent agent, String seconds) {
    if (seconds.matches("\\d{1,5}")) {
      long wrapUpS = Long.parseLong(seconds);
      if (agent.wrapUpS != 0 && wrapUpS != 0 && agent.wrapUpS != wrapUpS) {
        QueueOption.note(draft, line, "an agent has one wrap-up in Turno: the longest is taken");
      }
      agent.wrapUpS = Math.max(agent.wrapUpS, wrapUpS);
    } else if (!seconds.isEmpty()) {
      QueueOption.note(draft, line, "wrap-up of \"" + seconds + "\" seconds is not understood");
    }
  }

  private void rest(ConfFile.Setting line, Draft.Agent agent, List<String> fields) {
    if (field(fields, 4).equals("yes")) {
      QueueOption.note(draft, line, "Turno never rings an agent who is on the phone");
    }
    wrapUp(line, agent, field(fields, 5));
    if (field(fields, 6).equals("yes")) {
      QueueOption.note(
          draft, line, "an agent signs in and is ready, or pauses: nobody starts paused");
    }
  }
}
