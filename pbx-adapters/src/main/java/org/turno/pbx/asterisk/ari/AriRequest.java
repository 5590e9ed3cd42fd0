package org.turno.pbx.asterisk.ari;

import org.jspecify.annotations.Nullable;

/**
 * One REST request as it goes over the event WebSocket.
 *
 * @param what for logs and reports: names the command and Turno's own ids, never what a caller
 *     brought along
 * @param method HTTP's word
 * @param uri relative to /ari/, encoded, with its query
 * @param body JSON text, null for none
 */
public record AriRequest(String what, String method, String uri, @Nullable String body) {
  /** Only what may be logged. */
  @Override
  public String toString() {
    return what;
  }
}
