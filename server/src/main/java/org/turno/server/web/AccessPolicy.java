package org.turno.server.web;

/** Who may read figures and give commands. Health and the wallboard's own files are for all. */
public sealed interface AccessPolicy {
  /** Everybody who reaches the port; only allowed on loopback. For demonstrations. */
  record Open() implements AccessPolicy {}

  /**
   * Who knows the token: {@code Authorization: Bearer TOKEN}, or the first message of a stream.
   *
   * @param token at least 16 characters
   */
  record Token(String token) implements AccessPolicy {
    /** Rejects a token that could be guessed. */
    public Token {
      if (token.length() < 16) {
        throw new IllegalArgumentException(
            "the API token has " + token.length() + " characters: use at least 16 random ones");
      }
    }

    @Override
    public String toString() {
      return "Token[hidden]";
    }
  }
}
