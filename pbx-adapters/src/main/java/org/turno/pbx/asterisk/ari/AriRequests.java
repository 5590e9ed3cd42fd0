package org.turno.pbx.asterisk.ari;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The few REST commands that Turno gives. Ids are Asterisk's own: channel and bridge ids. */
public final class AriRequests {
  /** Asterisk's filter holds back replies too unless they are named. */
  private static final List<String> MESSAGES =
      List.of(
          "RESTResponse",
          "StasisStart",
          "StasisEnd",
          "ChannelStateChange",
          "ChannelHangupRequest",
          "ChannelDestroyed",
          "ChannelEnteredBridge",
          "ChannelDtmfReceived",
          "PlaybackFinished",
          "Dial",
          "ApplicationReplaced");

  private final String application;

  /** For one Stasis application. */
  public AriRequests(String application) {
    this.application = application;
  }

  /** Only the events that {@link AriParser} reads. Lost whenever the application is. */
  public AriRequest filterEvents() {
    ObjectNode body = AriParser.object();
    ArrayNode allowed = body.putArray("allowed");
    MESSAGES.forEach(type -> allowed.addObject().put("type", type));
    return new AriRequest(
        "filter events", "PUT", "applications/" + application + "/eventFilter", body.toString());
  }

  /** Asterisk's version. */
  public AriRequest info() {
    return new AriRequest("ask for the version", "GET", "asterisk/info?only=system", null);
  }

  /** All channels. */
  public AriRequest channels() {
    return new AriRequest("list channels", "GET", "channels", null);
  }

  /** All bridges. */
  public AriRequest bridges() {
    return new AriRequest("list bridges", "GET", "bridges", null);
  }

  /** One channel. */
  public AriRequest channel(String id) {
    return new AriRequest("look at leg " + id, "GET", "channels/" + enc(id), null);
  }

  /** One bridge. */
  public AriRequest bridge(String id) {
    return new AriRequest("look at bridge " + id, "GET", "bridges/" + enc(id), null);
  }

  /** A dialplan variable or function of a channel. */
  public AriRequest variable(String channel, String name) {
    return new AriRequest(
        "read " + name + " of leg " + channel,
        "GET",
        "channels/" + enc(channel) + "/variable?variable=" + enc(name),
        null);
  }

  /** Sets a dialplan variable or function of a channel. */
  public AriRequest set(String channel, String name, String value) {
    return new AriRequest(
        "set " + name + " of leg " + channel,
        "POST",
        "channels/" + enc(channel) + "/variable?variable=" + enc(name) + "&value=" + enc(value),
        null);
  }

  /**
   * Sets the timer after which Asterisk itself takes the channel to extension T of its context.
   *
   * @param seconds from now; 0 switches it off
   */
  public AriRequest deadMan(String channel, int seconds) {
    return set(channel, "TIMEOUT(absolute)", Integer.toString(seconds));
  }

  /** Answers; returns without waiting for media. */
  public AriRequest answer(String channel) {
    return new AriRequest(
        "answer leg " + channel, "POST", "channels/" + enc(channel) + "/answer", null);
  }

  /** Starts hold music of a class of musiconhold.conf. */
  public AriRequest startMusic(String channel, String music) {
    return new AriRequest(
        "start music on leg " + channel,
        "POST",
        "channels/" + enc(channel) + "/moh?mohClass=" + enc(music),
        null);
  }

  /** Stops hold music. */
  public AriRequest stopMusic(String channel) {
    return new AriRequest(
        "stop music on leg " + channel, "DELETE", "channels/" + enc(channel) + "/moh", null);
  }

  /** Plays silence to a channel, so that what is spoken into it has something to go with. */
  public AriRequest silence(String channel) {
    return new AriRequest(
        "play silence to leg " + channel, "POST", "channels/" + enc(channel) + "/silence", null);
  }

  /** Ends that. */
  public AriRequest stopSilence(String channel) {
    return new AriRequest(
        "end silence on leg " + channel, "DELETE", "channels/" + enc(channel) + "/silence", null);
  }

  /**
   * Makes a channel whose sound is mixed into what another one's far end hears. It ends with that
   * other one.
   */
  public AriRequest speakInto(String channel, String voice) {
    return snoop(
        "speak into leg " + channel, channel, "whisper=out", AriChannel.VOICE, voice, channel);
  }

  /**
   * Makes a channel that hears what goes to a channel's far end and what comes from it. It ends
   * with that channel.
   *
   * @param listener the leg that is to hear through it
   * @param whisper whether what is spoken into it is heard at the channel's far end, and only there
   */
  public AriRequest listenTo(String channel, String ear, String listener, boolean whisper) {
    String how = whisper ? "spy=both&whisper=out" : "spy=both";
    return snoop("listen to leg " + channel, channel, how, AriChannel.EAR, ear, listener);
  }

  private AriRequest snoop(
      String what, String channel, String how, String kind, String id, String of) {
    return new AriRequest(
        what,
        "POST",
        "channels/"
            + enc(channel)
            + "/snoop/"
            + enc(id)
            + "?"
            + how
            + "&app="
            + application
            + "&appArgs="
            + enc(kind + "," + id + "," + of),
        null);
  }

  /**
   * Plays media on a channel, one after the other; returns before they are played. Whatever else is
   * asked of the channel, other than to end, waits until they are over.
   *
   * @param media URIs such as {@code sound:turno/closed}
   * @param language as Asterisk names it
   */
  public AriRequest play(String channel, List<String> media, String language) {
    return new AriRequest(
        "play on channel " + channel,
        "POST",
        "channels/"
            + enc(channel)
            + "/play?media="
            + enc(String.join(",", media))
            + "&lang="
            + enc(language),
        null);
  }

  /**
   * Makes a leg in the application without dialling it: an application that is away when the phone
   * answers does not lose it then.
   *
   * @param endpoint for example {@code PJSIP/1001}
   * @param originator the channel on whose behalf; null for nobody's
   * @param variables dialplan variables and functions to set before anything is dialled
   */
  public AriRequest create(
      String id, String endpoint, @Nullable String originator, Map<String, String> variables) {
    ObjectNode body = AriParser.object();
    ObjectNode set = body.putObject("variables");
    variables.forEach(set::put);
    return new AriRequest(
        "create leg " + id,
        "POST",
        "channels/create?endpoint="
            + enc(endpoint)
            + "&app="
            + application
            + "&appArgs="
            + enc(AriChannel.AGENT + "," + id)
            + "&channelId="
            + enc(id)
            + (originator == null ? "" : "&originator=" + enc(originator)),
        body.toString());
  }

  /** Dials a created leg; Asterisk gives up after this many seconds. */
  public AriRequest dial(String id, long timeoutSeconds) {
    return new AriRequest(
        "dial leg " + id, "POST", "channels/" + enc(id) + "/dial?timeout=" + timeoutSeconds, null);
  }

  /**
   * Ends a leg.
   *
   * @param answeredElsewhere true for a leg that still rings: its phone shows no missed call
   */
  public AriRequest hangUp(String id, boolean answeredElsewhere) {
    String reason = answeredElsewhere ? "reason_code=26" : "reason_code=16";
    return new AriRequest(
        "hang up leg " + id, "DELETE", "channels/" + enc(id) + "?" + reason, null);
  }

  /** Makes an empty bridge that carries the application's name. */
  public AriRequest createBridge(String id) {
    return new AriRequest(
        "create bridge " + id,
        "POST",
        "bridges/" + enc(id) + "?type=mixing&name=" + application,
        null);
  }

  /**
   * Puts channels into a bridge. None learns another's identity: the agent's phone shows what the
   * ring said, and the caller's phone never shows an agent's extension.
   */
  public AriRequest addToBridge(String bridge, List<String> channels) {
    return new AriRequest(
        "add legs to bridge " + bridge,
        "POST",
        "bridges/"
            + enc(bridge)
            + "/addChannel?channel="
            + enc(String.join(",", channels))
            + "&inhibitConnectedLineUpdates=true",
        null);
  }

  /** Removes a bridge; channels in it stay. */
  public AriRequest dropBridge(String id) {
    return new AriRequest("drop bridge " + id, "DELETE", "bridges/" + enc(id), null);
  }

  /** Sends a channel to priority 1 of an extension of the dialplan. */
  public AriRequest toDialplan(String channel, String context, String extension) {
    return new AriRequest(
        "send leg " + channel + " to " + extension + "@" + context,
        "POST",
        "channels/"
            + enc(channel)
            + "/continue?context="
            + enc(context)
            + "&extension="
            + enc(extension)
            + "&priority=1",
        null);
  }

  /** Sends a channel on to the priority after the one that brought it. */
  public AriRequest onInDialplan(String channel) {
    return new AriRequest(
        "send leg " + channel + " on", "POST", "channels/" + enc(channel) + "/continue", null);
  }

  private static String enc(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
