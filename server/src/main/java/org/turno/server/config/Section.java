package org.turno.server.config;

import java.util.List;

/** The kinds of mapping in the file and the keys that each may have. */
enum Section {
  ROOT(
      "turno.yaml",
      "language",
      "pbxs",
      "skills",
      "queues",
      "lines",
      "teams",
      "agents",
      "supervisors",
      "reserves",
      "pauses",
      "calendars",
      "customers",
      "callbacks",
      "http",
      "journal"),
  PBX(
      "pbxs",
      "type",
      "ari",
      "ami",
      "esl",
      "dead_man_switch",
      "outside",
      "observe",
      "observed_queues"),
  ESL("esl", "host", "port", "password_file", "password_env", "dial"),
  OBSERVED_QUEUE("observed_queues", "name", "service_level_target", "short_abandon"),
  OUTSIDE("outside", "dial", "caller_id"),
  CALLBACKS("callbacks", "key_file", "key_env"),
  CALLBACK("callback", "attempts", "gap", "ring", "expires", "hours", "confirmation", "impossible"),
  ARI("ari", "host", "port", "app", "user", "password_file", "password_env"),
  AMI("ami", "host", "port", "user", "password_file", "password_env"),
  QUEUE(
      "queues",
      "name",
      "requires",
      "prefers",
      "music",
      "offer_timeout",
      "wrap_up_limit",
      "wrap_up",
      "misses_before_pause",
      "rejections_before_pause",
      "rejection_is_miss",
      "retry_delay",
      "hard_contacts",
      "max_wait",
      "max_length",
      "overflow",
      "overflow_when",
      "join_when_empty",
      "leave_when_empty",
      "no_agent",
      "hours",
      "closed",
      "service_level_target",
      "short_abandon",
      "routing",
      "keys",
      "announcements",
      "callback"),
  ANNOUNCEMENTS(
      "announcements",
      "first",
      "every",
      "gap",
      "on_change",
      "position",
      "position_limit",
      "estimate",
      "round",
      "phrases",
      "messages"),
  MESSAGES("messages", "sounds", "first", "every", "order"),
  PHRASES(
      "phrases",
      "next",
      "position",
      "position_end",
      "more_than",
      "more_than_end",
      "estimate",
      "minute",
      "minutes",
      "end"),
  KEY("keys", "queue", "line", "context", "extension", "announce", "callback", "language"),
  OVERFLOW_WHEN("overflow_when", "max_length", "max_wait", "join_empty", "leave_empty", "no_agent"),
  NO_AGENT("no_agent", "max_wait", "newcomers_max_wait", "absent"),
  CLOSED("closed", "queue", "line", "context", "extension", "announce", "waiting"),
  CALENDAR("calendars", "zone", "weekly", "exceptions", "holidays", "holiday_hours"),
  ROUTING(
      "routing",
      "choose",
      "weight",
      "ageing",
      "relaxation",
      "takes_over",
      "interrupts_wrap_up",
      "named_agent_wait",
      "sticky",
      "ring"),
  RING("ring", "mode", "at_most", "step"),
  STICKY("sticky", "wait", "expires"),
  CUSTOMERS("customers", "key_file", "key_env"),
  AGEING("ageing", "step", "cap"),
  RELAXATION("relaxation", "after", "requires", "prefers", "add_priority", "add_queues"),
  WRAP_UP("wrap_up", "limit", "minimum", "extend_by", "extensions"),
  HARD_CONTACTS("hard_contacts", "limit", "break", "reason", "keep_away"),
  RETRY_DELAY("retry_delay", "no_answer", "rejected", "busy", "unreachable"),
  OVERFLOW("overflow", "queue", "line", "context", "extension", "announce"),
  LINE(
      "lines",
      "name",
      "queue",
      "priority",
      "requires",
      "prefers",
      "protected",
      "show_caller",
      "language",
      "greeting",
      "hours",
      "closed",
      "callback",
      "listening"),
  TEAM("teams", "name", "skills", "queues", "tiers"),
  AGENT(
      "agents",
      "alias",
      "pbx",
      "phone",
      "answer",
      "team",
      "skills",
      "queues",
      "tiers",
      "wrap_up_limit",
      "wrap_up"),
  SUPERVISOR("supervisors", "pbx", "phone", "may"),
  TIER("tiers", "level", "position"),
  RESERVE("reserves", "agents", "keep", "queues"),
  PAUSE("pauses", "text_es", "text_en", "paid", "planned", "limit"),
  HTTP("http", "host", "port", "token_file", "token_env", "users"),
  USER("users", "password_file", "password_env"),
  JOURNAL("journal", "dir", "sync", "keep_days");

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // List.of makes it so.
  private final List<String> keys;

  Section(String title, String... keys) {
    this.title = title;
    this.keys = List.of(keys);
  }

  /** How the documentation calls it. */
  String title() {
    return title;
  }

  List<String> keys() {
    return keys;
  }

  /** Whether a key of this name would hold a secret in the open. */
  static boolean isInlineSecret(String key) {
    return key.equals("password") || key.equals("token") || key.equals("secret");
  }
}
