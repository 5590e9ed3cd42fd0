package org.turno.acd.plan;

import org.jspecify.annotations.Nullable;

/** A key of a telephone. */
public enum Key {
  /** 0. */
  K0('0'),
  /** 1. */
  K1('1'),
  /** 2. */
  K2('2'),
  /** 3. */
  K3('3'),
  /** 4. */
  K4('4'),
  /** 5. */
  K5('5'),
  /** 6. */
  K6('6'),
  /** 7. */
  K7('7'),
  /** 8. */
  K8('8'),
  /** 9. */
  K9('9'),
  /** The star. */
  STAR('*'),
  /** The hash, or pound. */
  HASH('#');

  private final char sign;

  Key(char sign) {
    this.sign = sign;
  }

  /** What stands on the key. */
  public char sign() {
    return sign;
  }

  /** The key that bears a sign; null where there is none, as for A to D. */
  public static @Nullable Key of(char sign) {
    for (Key key : values()) {
      if (key.sign == sign) {
        return key;
      }
    }
    return null;
  }
}
