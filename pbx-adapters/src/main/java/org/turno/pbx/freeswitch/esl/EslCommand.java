package org.turno.pbx.freeswitch.esl;

import java.util.regex.Pattern;

/**
 * One command. Whatever goes into it is checked or made harmless here: a line end would begin
 * another command, a space another argument, a comma or a bracket another variable, a dollar sign
 * would be filled in by FreeSWITCH.
 *
 * @param text as it is sent, without the empty line behind it
 * @param shown what a log may show
 */
public record EslCommand(String text, String shown) {
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.+*#@:%/=~!-]{1,512}");
  private static final Pattern UNSHOWN = Pattern.compile("[^\\p{L}\\p{N} .:_()&*#+-]");
  private static final Pattern NUMBER = Pattern.compile("[^A-Za-z0-9+*#._-]");
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_NUMBER = 64;

  /** Rejects what would be two commands. */
  public EslCommand {
    if (text.contains("\n\n") || text.contains("\r") || text.startsWith("\n")) {
      throw new IllegalArgumentException("a command within a command");
    }
  }

  /**
   * A command of FreeSWITCH's console.
   *
   * @param words its name and its arguments
   * @throws IllegalArgumentException for an argument that would not stay one
   */
  public static EslCommand api(String... words) {
    for (String word : words) {
      word(word);
    }
    return new EslCommand("api " + String.join(" ", words), words[0]);
  }

  /**
   * Has a channel run an application, after those that it was asked to run before.
   *
   * @param argument may hold spaces
   * @param more further lines, each with its line end before it
   */
  private static EslCommand execute(
      String channel, String application, String argument, String more) {
    return new EslCommand(
        "sendmsg "
            + word(channel)
            + "\ncall-command: execute\nexecute-app-name: "
            + word(application)
            + (argument.isEmpty() ? "" : "\nexecute-app-arg: " + argument(argument))
            + more
            + "\nevent-lock: true",
        "execute " + application);
  }

  /** Once. */
  static EslCommand execute(String channel, String application, String argument) {
    return execute(channel, application, argument, "");
  }

  /** Again and again until it is broken off. */
  static EslCommand executeForEver(String channel, String application, String argument) {
    return execute(channel, application, argument, "\nloops: -1");
  }

  /** Once; the event CHANNEL_EXECUTE_COMPLETE that tells its end names the run. */
  static EslCommand executeAs(String run, String channel, String application, String argument) {
    return execute(channel, application, argument, "\nevent-uuid: " + word(run));
  }

  /** What of the protocol itself: login, subscription, filters. */
  static EslCommand plain(String text) {
    return new EslCommand(text, text.split(" ", 2)[0]);
  }

  /** An argument as it is. */
  static String word(String word) {
    if (!isWord(word)) {
      throw new IllegalArgumentException("FreeSWITCH cannot be told \"" + clean(word) + "\"");
    }
    return word;
  }

  /** Whether it stays one argument. */
  public static boolean isWord(String word) {
    return WORD.matcher(word).matches();
  }

  /** The last argument, which may hold spaces. */
  private static String argument(String argument) {
    for (String one : argument.split(" ", -1)) {
      if (!one.isEmpty()) {
        word(one);
      }
    }
    return argument;
  }

  /** A name for a phone's display: letters, digits and little else, and not long. */
  static String name(String name) {
    String plain = UNSHOWN.matcher(name).replaceAll(" ").strip();
    return plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
  }

  /** A number for a phone's display. */
  static String number(String number) {
    String plain = NUMBER.matcher(number).replaceAll("");
    return plain.substring(0, Math.min(LONGEST_NUMBER, plain.length()));
  }

  private static String clean(String word) {
    String plain = UNSHOWN.matcher(word).replaceAll("?");
    return plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
  }

  /** What a log may show. */
  @Override
  public String toString() {
    return shown;
  }
}
