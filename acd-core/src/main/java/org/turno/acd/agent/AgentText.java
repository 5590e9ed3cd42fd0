package org.turno.acd.agent;

/** All of an agent's present as text, the same for equal states: part of the state's dump. */
final class AgentText {
  private AgentText() {}

  static String of(Agent a) {
    return ("%s %s activity=%s leaving=%s pause=%s strain=%s offer=%s contact=%s leg=%s releasing=%s/%s"
            + " phone=%s refused=%s retry=%s idle=%s/%s wrapped=%s tally=%s configured=%s"
            + " plan=%s")
        .formatted(
            a.id(),
            a.state(),
            a.activity(),
            a.isLeaving(),
            a.pauses(),
            a.strain(),
            a.offer(),
            a.contact(),
            a.leg(),
            a.isReleasing(),
            a.line(),
            a.phone(),
            a.refusals(),
            a.retryUntilMs(),
            a.idleSinceMs(),
            a.idleSeq(),
            a.wrapUp(),
            a.tally(),
            a.configured(),
            a.plan());
  }
}
