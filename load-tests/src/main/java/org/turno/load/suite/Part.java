package org.turno.load.suite;

import java.util.Locale;

/**
 * A part of the tests, by what it needs. In code, every part but the first is a JUnit tag of that
 * name.
 */
enum Part {
  /** Untagged tests: a JDK is enough. */
  UNIT,
  /** Whole simulated days with faults, many seeds: a JDK and time. */
  SIMULATION,
  /** The core held against queueing theory over simulated years: a JDK and a minute. */
  THEORY,
  /** The screens in a real browser: Chromium. */
  BROWSER,
  /** Real calls through a real Asterisk: SIPp, tshark, Asterisk. */
  ASTERISK,
  /** Real calls through a FreeSWITCH that is there already: {@code TURNO_FREESWITCH} says where. */
  FREESWITCH;

  /** Whether it is installed by whoever wants it, so that its absence is no fault. */
  boolean optional() {
    return this == FREESWITCH;
  }

  /** The name that people type and read. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The option of Maven that includes this part, or leaves it out. */
  String mavenOption(boolean included) {
    return "-Dturno.skip." + label() + "=" + !included;
  }
}
