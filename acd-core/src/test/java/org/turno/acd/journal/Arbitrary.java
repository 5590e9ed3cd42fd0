package org.turno.acd.journal;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.turno.acd.effect.Effect;
import org.turno.acd.engine.Entry;
import org.turno.acd.event.Event;
import org.turno.acd.input.Input;
import org.turno.acd.plan.AdmissionPolicy;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.CallerDisplay;
import org.turno.acd.plan.Destination;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.OfferPolicy;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PbxPlan;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.Requirement;
import org.turno.acd.plan.SkillId;
import org.turno.acd.plan.Skills;
import org.turno.acd.plan.WrapUpPolicy;

/**
 * Makes arbitrary inputs, events, effects and entries from a seed: every record of the vocabulary,
 * with every kind of text. It finds the records by itself, so a new one is made without a change
 * here. Equal seeds give equal values.
 */
public final class Arbitrary {
  private static final List<String> TEXTS =
      List.of(
          "anna",
          "1732222222.17",
          "PJSIP/1001",
          "línea de mujer",
          "\"quoted\" \\ and {braces}",
          "tab\tand\nline\u0000end",
          "\uD83D\uDE80 rocket",
          "half \uD83D",
          "\uDE80 other half",
          "\u2028",
          "null",
          "0",
          "-",
          "العربية");

  private final Random random;

  /** The values that this seed gives. */
  public Arbitrary(long seed) {
    random = new Random(seed);
  }

  /** An entry of a few arbitrary events and effects. */
  public Entry entry(long seq, long timeMs) {
    return new Entry(seq, timeMs, input(), list(5, this::event), list(3, this::effect));
  }

  /** Any input. */
  public Input input() {
    return (Input) oneOf(Input.class);
  }

  /** Any event. */
  public Event event() {
    return (Event) oneOf(Event.class);
  }

  /** Any effect. */
  public Effect effect() {
    return (Effect) oneOf(Effect.class);
  }

  /** Any record that a sealed interface permits. */
  public Object oneOf(Class<?> sealed) {
    return record(pick(Vocabulary.recordsOf(sealed)));
  }

  /** A record of this type with arbitrary components. */
  public Object record(Class<?> type) {
    if (type == FloorPlan.class) {
      return floorPlan();
    } else if (type == Skills.class) {
      return skills();
    }
    boolean id = type.getPackageName().equals(AgentId.class.getPackageName());
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = value(components[i].getAnnotatedType(), components[i].getGenericType(), id);
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("Arbitrary cannot make a " + type + ": teach it", e);
    }
  }

  private @Nullable Object value(AnnotatedType annotated, Type generic, boolean notEmpty) {
    if (annotated.isAnnotationPresent(Nullable.class) && random.nextBoolean()) {
      return null;
    }
    if (generic instanceof ParameterizedType list && list.getRawType() == List.class) {
      Type of = list.getActualTypeArguments()[0];
      return this.<Object>list(3, () -> plain((Class<?>) of, notEmpty));
    }
    return plain((Class<?>) generic, notEmpty);
  }

  private Object plain(Class<?> type, boolean notEmpty) {
    if (type == String.class) {
      return notEmpty ? pick(TEXTS) + random.nextInt(100) : text();
    } else if (type == long.class) {
      return number();
    } else if (type == int.class) {
      return (int) number();
    } else if (type == boolean.class) {
      return random.nextBoolean();
    } else if (type.isEnum()) {
      return pick(List.of(type.getEnumConstants()));
    } else if (type == Requirement.class) {
      return requirement(3);
    } else if (type.isSealed()) {
      return oneOf(type);
    } else if (type.isRecord()) {
      return record(type);
    }
    throw new AssertionError("Arbitrary cannot make a " + type + ": teach it");
  }

  private String text() {
    return switch (random.nextInt(4)) {
      case 0 -> "";
      case 1 -> pick(TEXTS).repeat(1 + random.nextInt(40));
      default -> pick(TEXTS);
    };
  }

  private long number() {
    return switch (random.nextInt(6)) {
      case 0 -> 0;
      case 1 -> Long.MAX_VALUE;
      case 2 -> Long.MIN_VALUE;
      case 3 -> 1_790_000_000_000L + random.nextInt();
      default -> random.nextInt(100_000);
    };
  }

  /** A requirement nested at most so deep, also of shapes that no text gives. */
  public Requirement requirement(int depth) {
    return switch (random.nextInt(depth > 0 ? 5 : 2)) {
      case 0 -> Requirement.nothing();
      case 1 ->
          new Requirement.Level(
              new SkillId(pick(TEXTS)),
              pick(List.of(Requirement.Comparison.values())),
              random.nextInt(101));
      case 2 -> new Requirement.All(list(3, () -> requirement(depth - 1)));
      case 3 -> new Requirement.Any(list(3, () -> requirement(depth - 1)));
      default -> new Requirement.Not(requirement(depth - 1));
    };
  }

  private Skills skills() {
    TreeMap<SkillId, Integer> levels = new TreeMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      levels.put(new SkillId(pick(TEXTS)), 1 + random.nextInt(100));
    }
    return new Skills(levels);
  }

  /** A floor plan that holds together. */
  public FloorPlan floorPlan() {
    List<PbxPlan> pbxs = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(2); i++) {
      pbxs.add(new PbxPlan(new PbxId("pbx " + i)));
    }
    List<QueuePlan> queues = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(4); i++) {
      queues.add(queuePlan(i));
    }
    List<LinePlan> lines = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      CallerDisplay display = pick(List.of(CallerDisplay.values()));
      boolean mayBeProtected = display == CallerDisplay.LINE;
      lines.add(
          new LinePlan(
              new LineId("line " + i),
              text(),
              pick(queues).id(),
              random.nextInt(),
              requirement(3),
              display,
              mayBeProtected && random.nextBoolean()));
    }
    List<AgentPlan> agents = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      PhoneId phone = new PhoneId(pick(pbxs).id(), "PJSIP/" + i);
      List<QueueId> serves = list(2, () -> pick(queues).id());
      agents.add(new AgentPlan(new AgentId("agent " + i), text(), phone, skills(), serves));
    }
    return new FloorPlan(pbxs, lines, queues, agents);
  }

  /** Overflows only to an earlier queue, so never in a circle. */
  private QueuePlan queuePlan(int number) {
    Destination overflow =
        switch (random.nextInt(3)) {
          case 0 -> null;
          case 1 -> new Destination.ToExtension(text(), text());
          default ->
              number == 0
                  ? null
                  : new Destination.ToQueue(new QueueId("queue " + random.nextInt(number)));
        };
    return QueuePlan.of("queue " + number)
        .named(text())
        .asking(requirement(3))
        .playing(text())
        .with(
            new OfferPolicy(1 + random.nextInt(60_000), random.nextInt(5), random.nextInt(60_000)))
        .with(new WrapUpPolicy(random.nextInt(60_000)))
        .with(
            new AdmissionPolicy(
                overflow == null ? 0 : random.nextInt(600_000),
                overflow == null ? 0 : random.nextInt(100),
                overflow))
        .measuredBy(random.nextInt(60_000), random.nextInt(10_000));
  }

  private <T> List<T> list(int max, Supplier<T> make) {
    List<T> items = new ArrayList<>();
    for (int i = random.nextInt(max + 1); i > 0; i--) {
      items.add(make.get());
    }
    return items;
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
