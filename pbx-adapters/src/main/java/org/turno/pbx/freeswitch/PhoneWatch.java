package org.turno.pbx.freeswitch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.turno.acd.plan.PhoneState;
import org.turno.pbx.freeswitch.esl.EslEvent;
import org.turno.pbx.link.Phones;

/**
 * Which phones are registered and which have a call, from registrations and from the calls'
 * presence. A call of somebody who is not registered, as one from outside, is not even noted. Used
 * on the adapter's context only.
 */
final class PhoneWatch {
  private final Phones phones;

  /** Registered phones, {@code user@host}, and their calls. */
  private final Map<String, Set<String>> registered = new LinkedHashMap<>();

  private final Map<String, String> callers = new HashMap<>();

  PhoneWatch(Phones phones) {
    this.phones = phones;
  }

  void observe(EslEvent event) {
    if (event.name().equals("CUSTOM")) {
      registration(event);
    } else if (event.name().equals("CHANNEL_CALLSTATE")) {
      boolean over = event.field("Channel-Call-State").equals("HANGUP");
      call(event.channel(), event.field("Channel-Presence-ID"), over);
    }
  }

  private void registration(EslEvent event) {
    switch (event.field("Event-Subclass")) {
      case "sofia::register" -> register(event.field("from-user"), event.field("from-host"));
      case "sofia::unregister" -> unregister(event.field("from-user"), event.field("from-host"));
      case "sofia::expire" -> unregister(event.field("user"), event.field("host"));
      default -> {}
    }
  }

  private void register(String user, String host) {
    String phone = user + "@" + host;
    registered.computeIfAbsent(phone, one -> new HashSet<>());
    tell(phone);
  }

  private void unregister(String user, String host) {
    String phone = user + "@" + host;
    Set<String> calls = registered.remove(phone);
    if (calls != null) {
      callers.keySet().removeAll(calls);
    }
    say(phone, PhoneState.UNREACHABLE);
  }

  private void call(String channel, String phone, boolean over) {
    String whose = over ? callers.remove(channel) : phone;
    Set<String> calls = whose == null ? null : registered.get(whose);
    if (whose == null || calls == null) {
      return;
    }
    if (over) {
      calls.remove(channel);
    } else {
      calls.add(channel);
      callers.put(channel, whose);
    }
    tell(whose);
  }

  /** Takes what FreeSWITCH has at this moment; phones that were registered before are not now. */
  void replaceBy(JsonNode registrations, JsonNode channels) {
    Set<String> before = new HashSet<>(registered.keySet());
    registered.clear();
    callers.clear();
    for (JsonNode row : registrations.path("rows")) {
      String phone = row.path("reg_user").asText("") + "@" + row.path("realm").asText("");
      registered.put(phone, new HashSet<>());
    }
    for (JsonNode row : channels.path("rows")) {
      Set<String> calls = registered.get(row.path("presence_id").asText(""));
      if (calls != null) {
        calls.add(row.path("uuid").asText(""));
        callers.put(row.path("uuid").asText(""), row.path("presence_id").asText(""));
      }
    }
    before.removeAll(registered.keySet());
    before.forEach(phone -> say(phone, PhoneState.UNREACHABLE));
    registered.keySet().forEach(this::tell);
  }

  private void tell(String phone) {
    Set<String> calls = registered.get(phone);
    say(phone, calls == null || calls.isEmpty() ? PhoneState.FREE : PhoneState.BUSY);
  }

  /** Under each name that a configuration may call it by. */
  private void say(String phone, PhoneState state) {
    String user = phone.substring(0, phone.indexOf('@'));
    for (String address : List.of("user/" + user, "user/" + phone)) {
      phones.changed(address, state);
    }
  }
}
