package org.turno.pbx.asterisk.ari;

import com.fasterxml.jackson.databind.JsonNode;
import org.turno.pbx.link.Outside;

/**
 * Asterisk's answer to one request.
 *
 * @param request what was asked
 * @param status HTTP's code
 * @param body the parsed body; a missing node when there is none
 */
public record AriReply(AriRequest request, int status, JsonNode body) {
  /** 2xx. */
  public boolean ok() {
    return status / 100 == 2;
  }

  /**
   * One line for the log and the journal. Longer runs of digits are masked: they might be numbers.
   */
  public String describe() {
    String said = body.path("message").asText(body.path("error").asText(""));
    String shown = said.length() > 120 ? said.substring(0, 120) : said;
    return request + ": " + status + " " + Outside.mask(shown);
  }
}
