package org.turno.acd.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LookupTest {
  /** A key whose hash clashes with many others. */
  private record Key(int value) implements Comparable<Key> {
    @Override
    public int hashCode() {
      return value % 7;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key(int otherValue) && otherValue == value;
    }

    @Override
    public int compareTo(Key other) {
      return Integer.compare(value, other.value);
    }
  }

  @Test
  void itFindsWhatAMapFindsWhateverComesAndGoes() {
    for (int seed = 1; seed <= 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int keys = 1 + random.nextInt(200);
      Lookup<Key, Integer> lookup = new Lookup<>();
      TreeMap<Key, Integer> map = new TreeMap<>();
      for (int step = 0; step < 1000; step++) {
        Key key = new Key(random.nextInt(keys));
        if (random.nextInt(5) < 3) {
          lookup.put(key, step);
          map.put(key, step);
        } else {
          assertEquals(map.remove(key), lookup.remove(key), "seed " + seed + " step " + step);
        }
        Key other = new Key(random.nextInt(keys));
        assertEquals(map.get(other), lookup.get(other), "seed " + seed + " step " + step);
        assertEquals(map.containsKey(other), lookup.has(other), "seed " + seed);
      }
    }
  }

  @Test
  void nothingIsLeftOnceItIsCleared() {
    Lookup<String, String> lookup = new Lookup<>();
    lookup.put("anna", "first");
    lookup.clear();
    assertFalse(lookup.has("anna"));
    assertNull(lookup.remove("anna"));
  }
}
