package org.turno.acd.journal;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonMerge;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.turno.acd.agent.Agent;
import org.turno.acd.agent.AgentPauses;
import org.turno.acd.agent.Refusals;
import org.turno.acd.agent.WorkTally;
import org.turno.acd.agent.WrapUp;
import org.turno.acd.contact.Contact;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.CallWishes;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.QueueId;

/**
 * How the state looks in JSON. Aggregates are written field by field, under the fields' own names:
 * a new field is kept without anybody thinking of it, and where a snapshot lacks one it begins as
 * in a new object. Whoever renames a field keeps the old name here: the golden snapshots tell.
 */
final class SnapshotForms {
  private SnapshotForms() {}

  static ObjectMapper mapper() {
    ObjectMapper mapper = JournalMapper.create();
    mapper.addMixIn(Contact.class, ContactForm.class);
    mapper.addMixIn(Agent.class, AgentForm.class);
    mapper.addMixIn(WorkTally.class, TallyForm.class);
    for (Class<?> part : new Class<?>[] {AgentPauses.class, Refusals.class, WrapUp.class}) {
      mapper.addMixIn(part, Fields.class);
    }
    // What a new agent makes itself is filled and not replaced.
    for (Class<?> part :
        new Class<?>[] {WorkTally.class, AgentPauses.class, Refusals.class, WrapUp.class}) {
      mapper.configOverride(part).setMergeable(true);
    }
    return mapper;
  }

  @JsonIgnoreProperties("filing") // The router's own, which it makes anew.
  @JsonAutoDetect(
      fieldVisibility = Visibility.ANY,
      getterVisibility = Visibility.NONE,
      isGetterVisibility = Visibility.NONE,
      setterVisibility = Visibility.NONE,
      creatorVisibility = Visibility.NONE)
  private abstract static class Fields {}

  @SuppressWarnings("UnusedVariable") // Jackson reads it.
  private abstract static class TallyForm extends Fields {
    @JsonMerge private @Nullable SortedMap<QueueId, Long> lastContactMs;
  }

  @SuppressWarnings("UnusedVariable") // Jackson reads them.
  private abstract static class ContactForm extends Fields {
    @JsonCreator
    ContactForm(
        @JsonProperty("id") ContactId id,
        @JsonProperty("ordinal") long ordinal,
        @JsonProperty("pbx") PbxId pbx,
        @JsonProperty("leg") LegId leg,
        @JsonProperty("line") LineId line,
        @JsonProperty("priority") int priority,
        @JsonProperty("arrivedMs") long arrivedMs,
        @JsonProperty("wishes") CallWishes wishes) {}
  }

  @SuppressWarnings("UnusedVariable") // Jackson reads them.
  private abstract static class AgentForm extends Fields {
    @JsonCreator
    AgentForm(@JsonProperty("plan") AgentPlan plan) {}
  }
}
