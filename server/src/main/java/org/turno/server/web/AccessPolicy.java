package org.turno.server.web;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who may read figures and give commands. Health and the wallboard's own files are for all. */
public sealed interface AccessPolicy {
  /** Everybody who reaches the port; only allowed on loopback. For demonstrations. */
  record Open() implements AccessPolicy {}

  /**
   * Who shows the token ({@code Authorization: Bearer}) or a user's password ({@code Authorization:
   * Basic}); on the stream also in the first message.
   *
   * @param token empty where programs may not come in
   * @param passwords by user name
   */
  record Credentials(Optional<String> token, SortedMap<String, String> passwords)
      implements AccessPolicy {
    /** Copies the map and rejects credentials that let nobody or anybody in. */
    public Credentials {
      passwords = Collections.unmodifiableSortedMap(new TreeMap<>(passwords));
      boolean blank =
          token.map(String::isBlank).orElse(false)
              || passwords.values().stream().anyMatch(String::isBlank);
      if (blank || (token.isEmpty() && passwords.isEmpty())) {
        throw new IllegalArgumentException(
            "nobody could come in, or anybody: set an API token or users with passwords");
      }
    }

    @Override
    public String toString() {
      return "Credentials[hidden]";
    }
  }
}
