package org.turno.server.config;

import java.nio.file.Path;
import java.util.Map;

/** Where Turno keeps what must outlive it, unless the configuration says otherwise. */
public final class StateFolder {
  private StateFolder() {}

  /**
   * {@code $STATE_DIRECTORY} (set by systemd), else {@code $XDG_STATE_HOME/turno}, else {@code
   * ~/.local/state/turno}.
   */
  public static Path of(Map<String, String> environment) {
    String systemd = environment.getOrDefault("STATE_DIRECTORY", "");
    if (!systemd.isEmpty()) {
      // systemd joins several folders with colons; the first is ours.
      return Path.of(systemd.split(":", 2)[0]);
    }
    String xdg = environment.getOrDefault("XDG_STATE_HOME", "");
    if (!xdg.isEmpty()) {
      return Path.of(xdg, "turno");
    }
    return Path.of(System.getProperty("user.home"), ".local", "state", "turno");
  }
}
