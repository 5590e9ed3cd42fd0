package org.turno.acd.journal;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedField;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.introspect.VisibilityChecker;
import java.lang.reflect.Modifier;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.turno.acd.agent.Agent;
import org.turno.acd.agent.Seat;
import org.turno.acd.contact.Contact;

/**
 * Has Jackson take the state's aggregates field by field: everything in their packages that is
 * neither record nor enum. What a new object makes itself and keeps in a final field is filled and
 * not replaced; arrays cannot be.
 */
final class StateIntrospector extends JacksonAnnotationIntrospector {
  private static final long serialVersionUID = 1L;

  private static final Set<String> AGGREGATES =
      Set.of(
          "org.turno.acd.agent",
          "org.turno.acd.contact",
          "org.turno.acd.estimate",
          "org.turno.acd.observed");

  private static boolean isAggregate(Class<?> type) {
    return AGGREGATES.contains(type.getPackageName()) && !type.isRecord() && !type.isEnum();
  }

  @Override
  public VisibilityChecker<?> findAutoDetectVisibility(
      AnnotatedClass type, VisibilityChecker<?> checker) {
    if (!isAggregate(type.getRawType())) {
      return super.findAutoDetectVisibility(type, checker);
    }
    return checker
        .withVisibility(PropertyAccessor.ALL, Visibility.NONE)
        .withVisibility(PropertyAccessor.FIELD, Visibility.ANY);
  }

  @Override
  public @Nullable Boolean findMergeInfo(Annotated annotated) {
    if (annotated instanceof AnnotatedField field
        && isAggregate(field.getDeclaringClass())
        && Modifier.isFinal(field.getModifiers())
        && !field.getRawType().isArray()) {
      return true;
    }
    return super.findMergeInfo(annotated);
  }

  /** What is made anew: the router's own notes, and whose other seats there are. */
  @Override
  public boolean hasIgnoreMarker(AnnotatedMember field) {
    return field.getRawType() == Agent.Filing.class
        || field.getRawType() == Contact.Filing.class
        || field.getRawType() == Seat.class
        || super.hasIgnoreMarker(field);
  }
}
