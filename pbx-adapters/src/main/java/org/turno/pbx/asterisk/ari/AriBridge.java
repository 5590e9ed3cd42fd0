package org.turno.pbx.asterisk.ari;

import java.util.List;

/**
 * A bridge that Turno made.
 *
 * @param id the id that Turno gave it
 * @param channels ids of the channels in it
 */
public record AriBridge(String id, List<String> channels) {
  /** Copies the list. */
  public AriBridge {
    channels = List.copyOf(channels);
  }
}
