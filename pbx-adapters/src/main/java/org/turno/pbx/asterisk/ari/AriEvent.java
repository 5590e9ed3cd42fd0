package org.turno.pbx.asterisk.ari;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events that Turno reads from Asterisk's WebSocket. */
public sealed interface AriEvent {
  /** A channel entered the application with these arguments. */
  record StasisStart(AriChannel channel, List<String> args, boolean replaces) implements AriEvent {
    /** Copies the list. */
    public StasisStart {
      args = List.copyOf(args);
    }
  }

  /** A channel left the application: hung up, or on to the dialplan. */
  record StasisEnd(String channel) implements AriEvent {}

  /** A channel's state is now this. */
  record StateChange(AriChannel channel) implements AriEvent {}

  /**
   * Somebody wants a channel down.
   *
   * @param soft true when this side asked, false when the far end did
   */
  record HangupRequest(String channel, boolean soft) implements AriEvent {}

  /**
   * A channel is gone.
   *
   * @param cause Q.850, 0 when Asterisk does not know
   */
  record Destroyed(String channel, int cause) implements AriEvent {}

  /** A channel is in a bridge. */
  record EnteredBridge(String bridge, String channel) implements AriEvent {}

  /** How far dialling a leg is: "", "RINGING", "PROGRESS", "ANSWER", "BUSY" and so on. */
  record DialStatus(String channel, String status) implements AriEvent {}

  /** A key was pressed at a channel's far end. */
  record Key(String channel, String digit) implements AriEvent {}

  /**
   * All media of a playback are over: played, stopped, or not to be had.
   *
   * @param channel to which it was played; empty for another kind of target
   * @param failed whether Asterisk could not play it
   * @param media the last URI
   */
  record PlaybackFinished(String channel, boolean failed, String media) implements AriEvent {}

  /** Another program took over the application; this WebSocket stays silent from now on. */
  record Replaced() implements AriEvent {}

  /** Anything else, by its type. */
  record Other(@Nullable String type) implements AriEvent {}
}
