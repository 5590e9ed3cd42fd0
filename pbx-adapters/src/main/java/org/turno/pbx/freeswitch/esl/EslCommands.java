package org.turno.pbx.freeswitch.esl;

import java.util.LinkedHashMap;
import java.util.Map;

/** The commands that Turno gives. */
public final class EslCommands {
  /** Where the dialplan's way for callers begins whom Turno cannot keep: extension and context. */
  public static final String FALLBACK = "turno-fallback";

  private static final String DIALPLAN = "XML";

  private EslCommands() {}

  /** What a phone is rung with. */
  public record Originate(
      String leg,
      String dialled,
      String shownName,
      String shownNumber,
      long timeoutSeconds,
      boolean autoAnswer,
      long hangUpAfterSeconds) {}

  /** Whether the leg is there: "true" or "false". */
  public static EslCommand exists(String leg) {
    return EslCommand.api("uuid_exists", leg);
  }

  /**
   * Takes a caller's call, on the leg's own thread: {@code uuid_answer} does it on the
   * connection's, while that one may be about to use the media.
   */
  public static EslCommand answer(String leg) {
    return EslCommand.execute(leg, "answer", "");
  }

  /** Sets variables of a leg; the values must be plain words. */
  public static EslCommand set(String leg, Map<String, String> variables) {
    StringBuilder text = new StringBuilder();
    variables.forEach(
        (name, value) -> {
          String plain = value.isEmpty() ? "" : EslCommand.word(value);
          text.append(text.isEmpty() ? "" : ";").append(EslCommand.word(name)).append('=');
          text.append(plain);
        });
    String word = EslCommand.word(leg);
    return new EslCommand("api uuid_setvar_multi " + word + " " + text, "uuid_setvar_multi");
  }

  /** The value of a variable of a leg, or of its caller's profile; "_undef_" for none. */
  public static EslCommand get(String leg, String variable) {
    return EslCommand.api("uuid_getvar", leg, variable);
  }

  /** All that FreeSWITCH knows of a leg, in the form of an event. */
  public static EslCommand dump(String leg) {
    return EslCommand.api("uuid_dump", leg);
  }

  /** Takes a leg to the fixed phones after so many seconds. */
  public static EslCommand takeOnAfter(String leg, int seconds) {
    return EslCommand.api("sched_transfer", "+" + seconds, leg, FALLBACK, DIALPLAN, FALLBACK);
  }

  /** Whatever was to be done to a leg later is not done. */
  public static EslCommand cancelTimers(String leg) {
    return EslCommand.api("sched_del", leg);
  }

  /** Ends what a leg hears, and forgets what it was to hear next. */
  public static EslCommand hush(String leg) {
    return EslCommand.api("uuid_break", leg, "all");
  }

  /** Plays a stream or a file, again and again. */
  public static EslCommand playForEver(String leg, String what) {
    return EslCommand.executeForEver(leg, "playback", what);
  }

  /** Plays a recording. */
  public static EslCommand play(String leg, String what) {
    return EslCommand.execute(leg, "playback", what);
  }

  /** Plays a recording; its end is told with the run's name. */
  public static EslCommand playAs(String run, String leg, String what) {
    return EslCommand.executeAs(run, leg, "playback", what);
  }

  /** Says a number; its end is told with the run's name. */
  public static EslCommand sayAs(String run, String leg, String language, long number) {
    String module = EslCommand.word(language);
    return EslCommand.executeAs(run, leg, "say", module + " number pronounced " + number);
  }

  /** Rings a phone. What answers is parked, and ends by itself if nobody disarms its timer. */
  public static EslCommand originate(Originate wish) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("origination_uuid", EslCommand.word(wish.leg()));
    variables.put("turno_on", "yes");
    variables.put("turno_leg", wish.leg());
    variables.put("originate_timeout", Long.toString(wish.timeoutSeconds()));
    variables.put("ignore_early_media", "true");
    variables.put("origination_caller_id_name", quoted(EslCommand.name(wish.shownName())));
    variables.put("origination_caller_id_number", quoted(EslCommand.number(wish.shownNumber())));
    variables.put("park_after_bridge", "true");
    variables.put("hangup_after_bridge", "false");
    // The phone keeps showing what the ring showed.
    variables.put("ignore_display_updates", "true");
    variables.put("sip_h_X-Turno-Leg", wish.leg());
    if (wish.autoAnswer()) {
      // What phones of several makers take as the wish to answer by themselves.
      variables.put("sip_h_Call-Info", quoted("<sip:turno>;answer-after=0"));
      variables.put("sip_h_Alert-Info", quoted("<http://turno>;info=alert-autoanswer"));
    }
    StringBuilder list = new StringBuilder();
    variables.forEach(
        (name, value) ->
            list.append(list.isEmpty() ? "" : ",").append(name).append('=').append(value));
    String first =
        wish.hangUpAfterSeconds() > 0 ? "sched_hangup:+" + wish.hangUpAfterSeconds() + "," : "";
    return new EslCommand(
        "api originate {"
            + list
            + "}"
            + EslCommand.word(wish.dialled())
            + " '"
            + first
            + "park:' inline",
        "originate");
  }

  private static String quoted(String harmless) {
    return "'" + harmless + "'";
  }

  /** Lets two legs talk. */
  public static EslCommand bridge(String one, String other) {
    return EslCommand.api("uuid_bridge", one, other);
  }

  /** Parks a leg again. */
  public static EslCommand park(String leg) {
    return EslCommand.api("uuid_park", leg);
  }

  /** Ends a leg. */
  public static EslCommand hangUp(String leg, boolean ringing) {
    return EslCommand.api("uuid_kill", leg, ringing ? "ORIGINATOR_CANCEL" : "NORMAL_CLEARING");
  }

  /** Sends a leg to the dialplan. */
  public static EslCommand transfer(String leg, String extension, String context) {
    return EslCommand.api("uuid_transfer", leg, extension, DIALPLAN, context);
  }

  /** Tells events of this leg that are otherwise filtered out: keys. */
  public static EslCommand listenTo(String leg) {
    return EslCommand.plain("filter Unique-ID " + EslCommand.word(leg));
  }

  /** Tells them no more. */
  public static EslCommand listenNoMoreTo(String leg) {
    return EslCommand.plain("filter delete Unique-ID " + EslCommand.word(leg));
  }

  /** Says until when new callers may be handed to Turno: seconds of FreeSWITCH's clock. */
  public static EslCommand takesCallersUntil(long epochSeconds) {
    return EslCommand.api("global_setvar", "turno_until=" + epochSeconds);
  }

  /** FreeSWITCH's clock, in seconds. */
  public static EslCommand clock() {
    return EslCommand.api("strepoch");
  }

  /** Which FreeSWITCH it is. */
  public static EslCommand version() {
    return EslCommand.api("version", "short");
  }

  /** Where recordings are. */
  public static EslCommand soundsFolder() {
    return EslCommand.api("global_getvar", "sounds_dir");
  }

  /** Puts a mark into the queue of what FreeSWITCH's lists are made of. */
  public static EslCommand mark(String mark) {
    return EslCommand.api("sched_api", "+60", mark, "echo", mark);
  }

  /** Takes the mark away. */
  public static EslCommand unmark(String mark) {
    return EslCommand.api("sched_del", mark);
  }

  /** What is scheduled, marks among it, in JSON. */
  public static EslCommand tasks() {
    return EslCommand.api("show", "tasks", "as", "json");
  }

  /** Every channel, in JSON. */
  public static EslCommand channels() {
    return EslCommand.api("show", "channels", "as", "json");
  }

  /** Every registered phone, in JSON. */
  public static EslCommand registrations() {
    return EslCommand.api("show", "registrations", "as", "json");
  }
}
