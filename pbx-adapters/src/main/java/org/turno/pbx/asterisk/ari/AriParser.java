package org.turno.pbx.asterisk.ari;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads Asterisk's JSON. Stateless; safe for any thread. */
public final class AriParser {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter CREATION_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSZ", Locale.ROOT);

  private static final String CHANNEL = "channel:";
  private final String application;

  /** For one Stasis application. */
  public AriParser(String application) {
    this.application = application;
  }

  /** One message of the WebSocket, event or reply, as a tree that has a "type". */
  public static JsonNode tree(String text) throws AriFormatException {
    JsonNode node;
    try {
      node = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      // Jackson's message may quote the text.
      throw new AriFormatException("not JSON, " + text.length() + " characters");
    }
    if (!node.isObject()) {
      throw new AriFormatException("not a JSON object, " + text.length() + " characters");
    }
    return node;
  }

  /** The JSON text inside a reply; a missing node for an empty one. */
  static JsonNode body(JsonNode reply) throws AriFormatException {
    String text = reply.path("message_body").asText("");
    if (text.isEmpty()) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AriFormatException("reply with a body that is not JSON");
    }
  }

  /** Writes JSON. */
  static String write(JsonNode node) {
    return node.toString();
  }

  /** An empty JSON object to fill. */
  static com.fasterxml.jackson.databind.node.ObjectNode object() {
    return JSON.createObjectNode();
  }

  /** One event. */
  public AriEvent event(JsonNode event) throws AriFormatException {
    String type = event.path("type").asText("");
    return switch (type) {
      case "StasisStart" ->
          new AriEvent.StasisStart(
              channel(event.path("channel")),
              strings(event.path("args")),
              event.has("replace_channel"));
      case "StasisEnd" -> new AriEvent.StasisEnd(channelId(event));
      case "ChannelStateChange" -> new AriEvent.StateChange(channel(event.path("channel")));
      case "ChannelHangupRequest" ->
          new AriEvent.HangupRequest(channelId(event), event.path("soft").asBoolean(false));
      case "ChannelDestroyed" ->
          new AriEvent.Destroyed(channelId(event), event.path("cause").asInt(0));
      case "ChannelEnteredBridge" ->
          new AriEvent.EnteredBridge(text(event.path("bridge"), "id"), channelId(event));
      case "Dial" ->
          new AriEvent.DialStatus(
              text(event.path("peer"), "id"), event.path("dialstatus").asText(""));
      case "ChannelDtmfReceived" ->
          new AriEvent.Key(channelId(event), event.path("digit").asText(""));
      case "PlaybackFinished" -> playbackFinished(event.path("playback"));
      case "ApplicationReplaced" -> new AriEvent.Replaced();
      default -> new AriEvent.Other(type.isEmpty() ? null : type);
    };
  }

  private static AriEvent playbackFinished(JsonNode playback) throws AriFormatException {
    String target = playback.path("target_uri").asText("");
    return new AriEvent.PlaybackFinished(
        target.startsWith(CHANNEL) ? target.substring(CHANNEL.length()) : "",
        playback.path("state").asText("").equals("failed"),
        playback.path("media_uri").asText(""));
  }

  /** All channels of a reply to GET /channels. */
  public List<AriChannel> channels(JsonNode list) throws AriFormatException {
    List<AriChannel> channels = new ArrayList<>();
    for (JsonNode one : array(list, "channels")) {
      channels.add(channel(one));
    }
    return channels;
  }

  /** The bridges of a reply to GET /bridges that carry the application's name. */
  public List<AriBridge> bridges(JsonNode list) throws AriFormatException {
    List<AriBridge> bridges = new ArrayList<>();
    for (JsonNode one : array(list, "bridges")) {
      if (one.path("name").asText("").equals(application)) {
        bridges.add(bridge(one));
      }
    }
    return bridges;
  }

  /** One bridge. */
  public static AriBridge bridge(JsonNode bridge) throws AriFormatException {
    return new AriBridge(text(bridge, "id"), strings(bridge.path("channels")));
  }

  /** One channel. */
  public AriChannel channel(JsonNode channel) throws AriFormatException {
    JsonNode dialplan = channel.path("dialplan");
    List<String> app = List.of(dialplan.path("app_data").asText("").split(",", -1));
    boolean inApp =
        dialplan.path("app_name").asText("").equals("Stasis") && app.getFirst().equals(application);
    return new AriChannel(
        text(channel, "id"),
        text(channel, "state"),
        inApp,
        inApp ? app.subList(1, app.size()) : List.of(),
        createdMs(text(channel, "creationtime")));
  }

  private static String channelId(JsonNode event) throws AriFormatException {
    return text(event.path("channel"), "id");
  }

  private static JsonNode array(JsonNode list, String what) throws AriFormatException {
    if (!list.isArray()) {
      throw new AriFormatException("no list of " + what);
    }
    return list;
  }

  private static List<String> strings(JsonNode list) throws AriFormatException {
    List<String> strings = new ArrayList<>();
    for (JsonNode one : array(list, "words")) {
      strings.add(one.asText(""));
    }
    return strings;
  }

  private static String text(JsonNode node, String field) throws AriFormatException {
    JsonNode value = node.path(field);
    if (!value.isTextual() || value.asText().isEmpty()) {
      throw new AriFormatException("no field '" + field + "'");
    }
    return value.asText();
  }

  private static long createdMs(String time) throws AriFormatException {
    try {
      return OffsetDateTime.parse(time, CREATION_TIME).toInstant().toEpochMilli();
    } catch (DateTimeException e) {
      throw new AriFormatException("a creationtime that is not a time");
    }
  }
}
