package org.turno.pbx.freeswitch.esl;

import org.turno.pbx.link.Outside;

/**
 * FreeSWITCH's answer to one command.
 *
 * @param command what was asked
 * @param text the answer
 */
public record EslReply(EslCommand command, String text) {
  private static final int SHOWN = 120;

  /** Whether FreeSWITCH did it. */
  public boolean ok() {
    return !text.startsWith("-");
  }

  /** Whether there is no such channel. */
  public boolean noChannel() {
    return text.contains("No such channel")
        || text.contains("Invalid uuid")
        || text.contains("invalid session id");
  }

  /** The answer without line ends. */
  public String value() {
    return text.strip();
  }

  /**
   * One line for the log and the journal. Longer runs of digits are masked: they might be numbers.
   */
  public String describe() {
    String said = value();
    String shown = said.length() > SHOWN ? said.substring(0, SHOWN) : said;
    return command + ": " + Outside.mask(shown);
  }
}
