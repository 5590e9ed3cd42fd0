package org.turno.acd.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class InOrderTest {
  private static final class Caller extends Placed {
    Caller(long sinceMs, long tie, long ordinal) {
      super(sinceMs, tie, ordinal);
    }
  }

  @Test
  void itKeepsTheOrderThatATreeKeepsWhateverComesAndGoes() {
    for (int seed = 1; seed <= 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int agesApart = 1 + random.nextInt(1000);
      int fullness = 1 + random.nextInt(9);
      InOrder<Caller> line = new InOrder<>();
      TreeSet<Caller> tree = new TreeSet<>(Placed.ORDER);
      List<Caller> there = new ArrayList<>();
      for (int step = 0; step < 2000; step++) {
        if (there.isEmpty() || random.nextInt(10) <= fullness) {
          long sinceMs = random.nextInt(4) == 0 ? random.nextInt(agesApart) : agesApart + step;
          Caller caller = new Caller(sinceMs, random.nextInt(3), step);
          line.add(caller);
          tree.add(caller);
          there.add(caller);
        } else {
          Caller gone =
              random.nextBoolean() ? tree.first() : there.get(random.nextInt(there.size()));
          line.remove(gone);
          tree.remove(gone);
          there.remove(gone);
        }
        assertEquals(tree.isEmpty() ? null : tree.first(), line.first(), "seed " + seed);
      }
      List<Caller> all = new ArrayList<>();
      line.forEach(all::add);
      assertEquals(List.copyOf(tree), all, "seed " + seed);
    }
  }

  @Test
  void takingOutWhatIsNotThereIsAnError() {
    InOrder<Caller> line = new InOrder<>();
    line.add(new Caller(1, 0, 1));
    assertThrows(IllegalStateException.class, () -> line.remove(new Caller(1, 0, 2)));
  }
}
