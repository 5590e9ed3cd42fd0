package org.turno.pbx.freeswitch.esl;

import java.util.Map;

/**
 * An event, or what FreeSWITCH says of one channel ({@code uuid_dump}): of both only what Turno
 * reads.
 *
 * @param name for example CHANNEL_PARK
 * @param fields by FreeSWITCH's names
 * @param body of a BACKGROUND_JOB: what the command answered; empty otherwise
 */
public record EslEvent(String name, Map<String, String> fields, String body) {
  private static final int CS_ROUTING = 2;
  private static final int CS_HANGUP = 10;

  /** Copies the map. */
  public EslEvent {
    fields = Map.copyOf(fields);
  }

  /** Reads an event of the plain format. */
  public static EslEvent parse(String text) throws EslFormatException {
    int end = text.indexOf("\n\n");
    Map<String, String> fields = EslFields.parse(end < 0 ? text : text.substring(0, end + 1));
    String name = fields.get("Event-Name");
    if (name == null) {
      throw new EslFormatException("an event without a name");
    }
    boolean more = end >= 0 && fields.containsKey("Content-Length");
    return new EslEvent(name, fields, more ? text.substring(end + 2) : "");
  }

  /** A field's value; empty when it is not there. */
  public String field(String field) {
    return fields.getOrDefault(field, "");
  }

  /** A variable that Turno or its dialplan set: {@code line} for turno_line; empty for none. */
  public String own(String variable) {
    return field("variable_turno_" + variable);
  }

  /** The channel. */
  public String channel() {
    return field("Unique-ID");
  }

  /** Whether the channel is on its way to another place in the dialplan. */
  public boolean routing() {
    return state() == CS_ROUTING;
  }

  /** Whether the channel is coming down. */
  public boolean down() {
    return state() >= CS_HANGUP || field("Answer-State").equals("hangup");
  }

  /** Whether the channel was answered. */
  public boolean up() {
    return field("Answer-State").equals("answered");
  }

  private int state() {
    String number = field("Channel-State-Number");
    return number.length() == 1 || number.length() == 2 ? digits(number) : 0;
  }

  private static int digits(String number) {
    return number.chars().allMatch(Character::isDigit) ? Integer.parseInt(number) : 0;
  }
}
