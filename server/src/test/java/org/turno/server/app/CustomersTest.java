package org.turno.server.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.turno.acd.plan.CallerDisplay;
import org.turno.acd.plan.CustomerId;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.LinePlan;
import org.turno.acd.plan.QueuePlan;
import org.turno.acd.plan.Requirement;
import org.turno.server.config.Secret;

/** By what customers are known again, and by what they are not. */
final class CustomersTest {
  private static final LineId OPEN = new LineId("012");
  private static final LineId CLOSED = new LineId("016");

  private static FloorPlan plan(boolean closed) {
    QueuePlan queue = QueuePlan.of("general");
    return new FloorPlan(
        List.of(),
        List.of(line(OPEN, queue, false), line(CLOSED, queue, closed)),
        List.of(queue),
        List.of());
  }

  private static LinePlan line(LineId id, QueuePlan queue, boolean closed) {
    return new LinePlan(
        id, id.value(), queue.id(), 0, Requirement.nothing(), CallerDisplay.LINE, closed);
  }

  private static Customers keyed(String key) {
    return new Customers(plan(true), Optional.of(new Secret(key)));
  }

  @Test
  void theSameCustomerHasTheSameMarkUnderTheSameKeyAlone() {
    CustomerId mark = keyed("a").mark(OPEN, "600123456");
    assertNotNull(mark);
    assertEquals(mark, keyed("a").mark(OPEN, "600123456"));
    assertNotEquals(mark, keyed("a").mark(OPEN, "600123457"));
    assertNotEquals(mark, keyed("b").mark(OPEN, "600123456"));
    assertFalse(mark.value().contains("600123456"));
  }

  @Test
  void withoutAKeyAnotherProcessKnowsNobody() {
    CustomerId mark = new Customers(plan(true), Optional.empty()).mark(OPEN, "600123456");
    assertNotEquals(mark, new Customers(plan(true), Optional.empty()).mark(OPEN, "600123456"));
  }

  @Test
  void callersOfProtectedAndOfUnknownLinesHaveNone() {
    Customers customers = keyed("a");
    assertNull(customers.mark(CLOSED, "600123456"));
    assertNull(customers.mark(new LineId("other"), "600123456"));
    customers.inForce(plan(false));
    assertNotNull(customers.mark(CLOSED, "600123456"));
  }
}
