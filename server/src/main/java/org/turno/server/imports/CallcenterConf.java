package org.turno.server.imports;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** FreeSWITCH's {@code callcenter.conf.xml}, as {@code mod_callcenter} reads it. */
final class CallcenterConf {
  private static final Pattern PHONE =
      Pattern.compile("(?:\\[[^\\]]*\\])*(?:user|sofia/[^/]+)/([^@/]+).*");

  private final Draft draft = new Draft();
  private final Map<String, Draft.Queue> queues = new LinkedHashMap<>();
  private final Map<String, Draft.Agent> agents = new LinkedHashMap<>();

  private CallcenterConf() {}

  /**
   * Imports a file.
   *
   * @throws ImportException when it cannot be read
   */
  static Imported read(Path file) {
    CallcenterConf conf = new CallcenterConf();
    List<CallcenterXml.Element> elements = CallcenterXml.read(file);
    elements.forEach(conf::element);
    elements.stream().filter(e -> e.name().equals("tier")).forEach(conf::tier);
    if (conf.queues.isEmpty()) {
      throw new ImportException(
          file + " has no <queue>: name a callcenter.conf.xml with at least one");
    }
    conf.idleAgents();
    return conf.draft.done(String.valueOf(file.getFileName()));
  }

  private void element(CallcenterXml.Element e) {
    switch (e.name()) {
      case "queue" -> queue(e);
      case "agent" -> agent(e);
      case "param" ->
          draft.leftover(
              e.at(),
              e.attribute("name") + " = " + e.attribute("value"),
              "a setting of mod_callcenter itself: Turno keeps a journal and needs no database");
      case "X-PRE-PROCESS" ->
          draft.leftover(
              e.at(),
              "X-PRE-PROCESS " + e.attribute("data"),
              "not followed: put in what it makes, and import again");
      default -> {}
    }
  }

  private void queue(CallcenterXml.Element e) {
    Draft.Queue queue = draft.queue(e.attribute("name"), e.at());
    queues.put(e.attribute("name"), queue);
    CallcenterOptions options = new CallcenterOptions(draft, queue);
    e.params().forEach(options::take);
    options.done(e.at());
  }

  private void agent(CallcenterXml.Element e) {
    String name = e.attribute("name");
    Matcher phone = PHONE.matcher(e.attribute("contact"));
    if (e.attribute("type").equals("uuid-standby") || !phone.matches()) {
      draft.leftover(
          e.at(),
          "agent " + name + " with contact \"" + e.attribute("contact") + "\"",
          "not understood: add the agent with its phone, as PJSIP/1001");
      return;
    }
    Draft.Agent agent = draft.agent(name, "PJSIP/" + phone.group(1), e.at());
    agents.put(name, agent);
    if (e.attribute("wrap-up-time").matches("\\d{1,5}")) {
      agent.wrapUpS = Long.parseLong(e.attribute("wrap-up-time"));
    }
    for (String key :
        List.of("max-no-answer", "reject-delay-time", "busy-delay-time", "no-answer-delay-time")) {
      if (!e.attribute(key).isEmpty() && !e.attribute(key).equals("0")) {
        draft.leftover(
            e.at(),
            "agent " + name + " has " + key + " " + e.attribute(key),
            "of the queue in Turno, not of the agent: " + counterpart(key));
      }
    }
  }

  private static String counterpart(String key) {
    return switch (key) {
      case "max-no-answer" -> "misses_before_pause";
      case "reject-delay-time" -> "retry_delay: {rejected: …}";
      case "busy-delay-time" -> "retry_delay: {busy: …}";
      default -> "retry_delay: {no_answer: …}";
    };
  }

  private void tier(CallcenterXml.Element e) {
    Draft.Queue queue = queues.get(e.attribute("queue"));
    Draft.Agent agent = agents.get(e.attribute("agent"));
    if (queue == null || agent == null) {
      draft.leftover(
          e.at(),
          "tier of agent " + e.attribute("agent") + " in queue " + e.attribute("queue"),
          "that " + (queue == null ? "queue" : "agent") + " is not in this file: add it by hand");
      return;
    }
    int level = number(e, "level");
    int position = number(e, "position");
    agent.tiers.put(
        queue.id,
        position == 1
            ? Integer.toString(level)
            : "{level: " + level + ", position: " + position + "}");
  }

  private int number(CallcenterXml.Element e, String key) {
    String value = e.attribute(key);
    if (value.matches("[1-9]\\d{0,5}")) {
      return Integer.parseInt(value);
    }
    if (!value.isEmpty()) {
      draft.leftover(e.at(), key + " " + value, "counts from 1 in Turno: taken as 1");
    }
    return 1;
  }

  /** An agent without a tier gets no call there, but would serve every queue here. */
  private void idleAgents() {
    List<Draft.Agent> idle =
        draft.agents().values().stream().filter(agent -> agent.tiers.isEmpty()).toList();
    for (Draft.Agent agent : idle) {
      draft.agents().remove(agent.id);
      draft.leftover(agent.at, "agent " + agent.id, "has no tier and so gets no call: left out");
    }
  }
}
