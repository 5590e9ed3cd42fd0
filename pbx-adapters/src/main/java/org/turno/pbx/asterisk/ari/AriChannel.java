package org.turno.pbx.asterisk.ari;

import java.util.List;

/**
 * What Turno reads of a channel. The caller's name and number, and the channel's name, which may
 * hold one, are left in the message.
 *
 * @param id Asterisk's unique id
 * @param state "Down", "Ring", "Ringing", "Up" or one of the rarer ones
 * @param inApp whether it is in Turno's application now
 * @param appArgs the arguments of the application while it is there, otherwise empty
 * @param createdMs when Asterisk made it, epoch milliseconds
 */
public record AriChannel(
    String id, String state, boolean inApp, List<String> appArgs, long createdMs) {
  /** First argument of the legs that Turno makes; the second is the leg's id. */
  public static final String AGENT = "agent";

  /** First argument of the channels that speak to legs; the channel's id and the leg's follow. */
  public static final String VOICE = "voice";

  /** First argument of the channels that legs hear others through; likewise. */
  public static final String EAR = "ear";

  /** Copies the list. */
  public AriChannel {
    appArgs = List.copyOf(appArgs);
  }

  /** Whether Turno made it, to ring an agent. */
  public boolean isAgentLeg() {
    return appArgs.equals(List.of(AGENT, id));
  }

  /** Whether Turno made it, to speak to the leg that is its last argument. */
  public boolean isVoice() {
    return isHelper() && appArgs.getFirst().equals(VOICE);
  }

  /** Whether Turno made it, for the leg that is its last argument to hear others through. */
  public boolean isEar() {
    return isHelper() && appArgs.getFirst().equals(EAR);
  }

  /** Whether Turno made it for a leg: it is none itself. */
  public boolean isHelper() {
    return isHelper(id, appArgs);
  }

  /** Whether a channel with these arguments is such a one. */
  public static boolean isHelper(String id, List<String> args) {
    return args.size() == 3
        && (args.getFirst().equals(VOICE) || args.getFirst().equals(EAR))
        && args.get(1).equals(id);
  }

  /** Whether Turno made it and its phone does not ring: making and dialling are two steps. */
  public boolean neverRang() {
    return isAgentLeg() && state.equals("Down");
  }

  /** Whether it was answered. */
  public boolean up() {
    return state.equals("Up");
  }
}
