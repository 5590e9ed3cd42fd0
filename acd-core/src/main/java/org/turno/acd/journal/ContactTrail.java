package org.turno.acd.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.turno.acd.effect.Effect;
import org.turno.acd.engine.Entry;
import org.turno.acd.event.AgentEvent;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.Event;
import org.turno.acd.event.ObservedEvent;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.event.PbxEvent;
import org.turno.acd.event.QueueEvent;
import org.turno.acd.event.SystemEvent;
import org.turno.acd.event.TimerEvent;
import org.turno.acd.plan.ContactId;

/**
 * Tells which entries concern a contact. Most of them name only its legs, its offers or what was
 * asked of the PBX for it, so the entries must pass in order from the contact's arrival on.
 */
final class ContactTrail {
  private final ContactId contact;
  private final Set<String> ids = new HashSet<>();

  ContactTrail(ContactId contact) {
    this.contact = contact;
    ids.add(contact.value());
  }

  /** Whether an entry names the contact or anything that is known to be its own. */
  boolean concerns(Entry entry, JsonNode document) {
    if (!names(document)) {
      return false;
    }
    entry.events().forEach(this::learn);
    for (Effect effect : entry.effects()) {
      if (concerns(effect)) {
        ids.add(effect.id().value());
      }
    }
    return true;
  }

  private boolean names(JsonNode node) {
    if (node.isTextual()) {
      return ids.contains(node.textValue());
    }
    for (JsonNode part : node) {
      if (names(part)) {
        return true;
      }
    }
    return false;
  }

  private void learn(Event event) {
    switch (event) {
      case ContactEvent of when of.contact().equals(contact) -> learn(of);
      case OfferEvent of -> learn(of);
      case ObservedEvent.Arrived arrived when arrived.contact().equals(contact) ->
          ids.add(arrived.call().value());
      case ContactEvent _,
          ObservedEvent _,
          AgentEvent _,
          PbxEvent _,
          QueueEvent _,
          TimerEvent _,
          SystemEvent _ -> {}
    }
  }

  private void learn(ContactEvent event) {
    switch (event) {
      case ContactEvent.Arrived arrived -> ids.add(arrived.leg().value());
      case ContactEvent.Callback.Dialled call -> ids.add(call.leg().value());
      case ContactEvent.Listening.Asked asked -> ids.add(asked.leg().value());
      case ContactEvent.Listening.Joining joining -> ids.add(joining.effect().value());
      case ContactEvent.BridgeRequested asked -> ids.add(asked.bridge().value());
      case ContactEvent.Queued _,
          ContactEvent.Relaxed _,
          ContactEvent.Estimated _,
          ContactEvent.Announced _,
          ContactEvent.LanguageChosen _,
          ContactEvent.NamedAgentGivenUp _,
          ContactEvent.Recognized _,
          ContactEvent.Remembered _,
          ContactEvent.Reprioritized _,
          ContactEvent.Moved _,
          ContactEvent.Answered _,
          ContactEvent.Connected _,
          ContactEvent.Returned _,
          ContactEvent.Overflowed _,
          ContactEvent.Callback _,
          ContactEvent.Listening _,
          ContactEvent.Ended _ -> {}
    }
  }

  private void learn(OfferEvent event) {
    switch (event) {
      case OfferEvent.Made made when made.contact().equals(contact) -> {
        ids.add(made.offer().value());
        ids.add(made.leg().value());
      }
      case OfferEvent.Made _, OfferEvent.Ringing _, OfferEvent.Accepted _, OfferEvent.Failed _ -> {}
    }
  }

  private boolean concerns(Effect effect) {
    return switch (effect) {
      case Effect.Park park -> ids.contains(park.leg().value());
      case Effect.Announce announce -> ids.contains(announce.leg().value());
      case Effect.Ring ring -> ids.contains(ring.caller().value());
      case Effect.OpenLine open -> ids.contains(open.leg().value());
      case Effect.AskNumber ask -> ids.contains(ask.leg().value());
      case Effect.CallBack call -> ids.contains(call.leg().value());
      case Effect.Bridge bridge -> ids.contains(bridge.caller().value());
      case Effect.Listen listen -> ids.contains(listen.conversation().value());
      case Effect.HangUp hangUp -> ids.contains(hangUp.leg().value());
      case Effect.DropBridge drop -> ids.contains(drop.bridge().value());
      case Effect.SendToDialplan send -> ids.contains(send.leg().value());
      case Effect.GiveBack back -> ids.contains(back.leg().value());
    };
  }
}
