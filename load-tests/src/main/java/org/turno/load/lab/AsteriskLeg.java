package org.turno.load.lab;

import java.util.List;
import java.util.Optional;

/**
 * One leg on the lab's Asterisk, as {@code core show channels concise} tells.
 *
 * @param name for example {@code PJSIP/1001-0000000a}
 * @param extension where it is in the dialplan, {@code context,extension}
 * @param state {@code Ring}, {@code Ringing}, {@code Up} …
 * @param application what runs on it
 * @param conversation the bridge that it is in; empty when in none
 * @param id Asterisk's unique id
 */
public record AsteriskLeg(
    String name,
    String extension,
    String state,
    String application,
    String conversation,
    String id) {
  static List<AsteriskLeg> parse(String concise) {
    return concise.lines().map(AsteriskLeg::parseLine).flatMap(Optional::stream).toList();
  }

  private static Optional<AsteriskLeg> parseLine(String line) {
    String[] fields = line.split("!", -1);
    if (fields.length < 14) {
      return Optional.empty();
    }
    return Optional.of(
        new AsteriskLeg(
            fields[0], fields[1] + "," + fields[2], fields[4], fields[5], fields[12], fields[13]));
  }

  /** Whether it is a leg of this phone. */
  public boolean isOf(String phone) {
    return name.startsWith("PJSIP/" + phone + "-");
  }
}
