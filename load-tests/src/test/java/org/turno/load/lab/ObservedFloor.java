package org.turno.load.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Turno that only looks at the lab's own queues, phones and callers of those, for one test. */
final class ObservedFloor implements AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Pattern COUNTS =
      Pattern.compile("has (\\d+) calls.* C:(\\d+), A:(\\d+), SL:([0-9.]+)%");

  private final AsteriskLab lab;
  private final TurnoProcess turno;
  private final List<AutoCloseable> things = new ArrayList<>();

  ObservedFloor(AsteriskLab lab, Path folder) {
    this.lab = lab;
    lab.rx("queue reset stats");
    turno = TurnoProcess.looking(lab, folder);
  }

  TurnoProcess turno() {
    return turno;
  }

  SippPhones phone(String name, Manner... manners) {
    SippPhones phone = lab.phone(name, manners);
    things.add(phone);
    awaitAgent(name, "available");
    return phone;
  }

  /** Places a call and waits until it is in the queue. */
  SippCallers caller(String from, String number) {
    SippCallers caller = lab.call(SippCallers.Call.staying(from, number));
    things.add(caller);
    caller.await(SipEvent.Kind.ANSWERED, 1);
    return caller;
  }

  /** What Asterisk counts of a queue: waiting, completed, abandoned, service level in percent. */
  record Counts(int waiting, int completed, int abandoned, double serviceLevel) {}

  Counts asterisk(String queue) {
    Matcher counts = COUNTS.matcher(lab.rx("queue show " + queue));
    if (!counts.find()) {
      throw new LabException("no counts of " + queue);
    }
    return new Counts(
        Integer.parseInt(counts.group(1)),
        Integer.parseInt(counts.group(2)),
        Integer.parseInt(counts.group(3)),
        Double.parseDouble(counts.group(4)));
  }

  JsonNode queue(String queue) {
    for (JsonNode row : turno.api().get("/api/v1/queues").path("queues")) {
      if (row.path("id").asText().equals(queue + "@lab")) {
        return row;
      }
    }
    return MissingNode.getInstance();
  }

  long figure(String queue, String name) {
    return queue(queue).path(name).asLong();
  }

  void awaitFigure(String queue, String name, long value) {
    Await.until(
        name + " of " + queue + " to be " + value,
        SOON,
        () -> figure(queue, name) == value,
        () -> queue(queue) + "\n" + turno.process().output());
  }

  JsonNode agent(String phone) {
    for (JsonNode row : turno.api().get("/api/v1/agents").path("agents")) {
      if (row.path("id").asText().equals("PJSIP/" + phone + "@lab")) {
        return row;
      }
    }
    return MissingNode.getInstance();
  }

  void awaitAgent(String phone, String state) {
    Await.until(
        phone + " to be " + state,
        SOON,
        () -> agent(phone).path("state").asText().equals(state),
        () -> agent(phone).toString());
  }

  /** Whether the queues are in sight. */
  boolean connected() {
    return turno.api().get("/api/v1/queues").path("observed").path(0).path("connected").asBoolean();
  }

  @Override
  public void close() {
    turno.close();
    if (lab.process().alive()) {
      lab.rx("channel request hangup all");
    }
    for (AutoCloseable thing : things) {
      if (thing instanceof SippPhones phones) {
        phones.unregister();
        phones.close();
      } else if (thing instanceof SippCallers callers) {
        callers.close();
      }
    }
    lab.awaitNoLegs(SOON);
  }
}
