package org.turno.acd.journal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.turno.acd.agent.Agent;
import org.turno.acd.contact.Contact;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.plan.AgentPlan;

/**
 * How the state looks in JSON, see {@link StateIntrospector}. Aggregates are written field by
 * field, under the fields' own names: a new field is kept without anybody thinking of it, and where
 * a snapshot lacks one it begins as in a new object. Whoever renames a field keeps the old name
 * here: the golden snapshots tell.
 */
final class SnapshotForms {
  private SnapshotForms() {}

  static ObjectMapper mapper() {
    ObjectMapper mapper = JournalMapper.create();
    mapper.addMixIn(Contact.class, ContactForm.class);
    mapper.addMixIn(Agent.class, AgentForm.class);
    SimpleModule maps = new SimpleModule("turno-maps");
    maps.addAbstractTypeMapping(SequencedMap.class, LinkedHashMap.class);
    mapper.registerModule(maps);
    mapper.setAnnotationIntrospector(new StateIntrospector());
    return mapper;
  }

  @SuppressWarnings("UnusedVariable") // Jackson reads them.
  private abstract static class ContactForm {
    @JsonCreator
    ContactForm(
        @JsonProperty("arrival") ContactEvent.Arrived arrival,
        @JsonProperty("ordinal") long ordinal) {}
  }

  @SuppressWarnings("UnusedVariable") // Jackson reads them.
  private abstract static class AgentForm {
    @JsonCreator
    AgentForm(@JsonProperty("plan") AgentPlan plan) {}
  }
}
