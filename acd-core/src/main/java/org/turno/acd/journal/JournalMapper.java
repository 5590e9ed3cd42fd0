package org.turno.acd.journal;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.turno.acd.effect.Effect;
import org.turno.acd.event.Event;
import org.turno.acd.input.Input;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.CustomerId;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.EffectId;
import org.turno.acd.plan.KeyAction;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.MediumId;
import org.turno.acd.plan.OfferId;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.Prompt;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.Requirement;
import org.turno.acd.plan.SealedNumber;
import org.turno.acd.plan.SkillId;
import org.turno.acd.plan.Skills;
import org.turno.acd.plan.TeamId;

/** How the core's vocabulary looks in JSON. The vocabulary itself knows nothing of it. */
final class JournalMapper {
  private JournalMapper() {}

  static ObjectMapper create() {
    JsonMapper.Builder builder =
        JsonMapper.builder()
            // One shape only: a component that is missing or of the wrong kind is damage.
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            // A later Turno may write more.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
            // A text cut between two surrogates cannot be written in UTF-8; escaped, it can, and an
            // agent's odd pause reason does not stop the journal.
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .addModule(values());
    for (Class<?> family :
        new Class<?>[] {
          Input.class,
          Event.class,
          Effect.class,
          Destination.class,
          KeyAction.class,
          Prompt.class,
          Requirement.class
        }) {
      builder.addMixIn(family, Typed.class);
    }
    TypeNames.BY_CLASS.forEach((type, name) -> builder.registerSubtypes(new NamedType(type, name)));
    return builder.build();
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = EntryCodec.TYPE)
  private interface Typed {}

  /** A skill is a value here, not a field's name: names cannot be any text. */
  private record SkillLevel(SkillId skill, int level) {}

  private static SimpleModule values() {
    SimpleModule module = new SimpleModule("turno-values");
    id(module, AgentId.class, AgentId::value, AgentId::new);
    id(module, ContactId.class, ContactId::value, ContactId::new);
    id(module, CustomerId.class, CustomerId::value, CustomerId::new);
    id(module, EffectId.class, EffectId::value, EffectId::new);
    id(module, LegId.class, LegId::value, LegId::new);
    id(module, LineId.class, LineId::value, LineId::new);
    id(module, MediumId.class, MediumId::value, MediumId::new);
    id(module, OfferId.class, OfferId::value, OfferId::new);
    id(module, PbxId.class, PbxId::value, PbxId::new);
    id(module, QueueId.class, QueueId::value, QueueId::new);
    id(module, SealedNumber.class, SealedNumber::value, SealedNumber::new);
    id(module, SkillId.class, SkillId::value, SkillId::new);
    id(module, TeamId.class, TeamId::value, TeamId::new);
    module.addSerializer(
        Skills.class,
        new JsonSerializer<>() {
          @Override
          public void serialize(Skills skills, JsonGenerator json, SerializerProvider context)
              throws IOException {
            List<SkillLevel> levels = new ArrayList<>();
            skills.levels().forEach((skill, level) -> levels.add(new SkillLevel(skill, level)));
            context.defaultSerializeValue(levels, json);
          }
        });
    module.addDeserializer(
        Skills.class,
        new JsonDeserializer<>() {
          @Override
          public Skills deserialize(JsonParser json, DeserializationContext context)
              throws IOException {
            TreeMap<SkillId, Integer> levels = new TreeMap<>();
            for (SkillLevel one : context.readValue(json, SkillLevel[].class)) {
              levels.put(one.skill(), one.level());
            }
            return new Skills(levels);
          }
        });
    return module;
  }

  private static <T> void id(
      SimpleModule module, Class<T> type, Function<T, String> value, Function<String, T> make) {
    module.addSerializer(
        type,
        new JsonSerializer<>() {
          @Override
          public void serialize(T id, JsonGenerator json, SerializerProvider context)
              throws IOException {
            json.writeString(value.apply(id));
          }
        });
    module.addDeserializer(
        type,
        new JsonDeserializer<>() {
          @Override
          public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
              context.reportInputMismatch(type, "expected a text, found %s", json.currentToken());
            }
            return make.apply(json.getText());
          }
        });
  }
}
