package org.turno.acd.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Waiting contacts, oldest first. Nearly all come at the end and most go from the front, but any
 * may come or go anywhere. They lie in short sorted chunks beside their ages, so that a search
 * reads a few neighbouring words and not a contact per step, as a tree would.
 */
final class AgeList {
  private static final int LARGEST = 64;
  private static final int SMALLEST = 4;

  /** A sorted run; empty only where it is the only one. */
  private static final class Chunk {
    private long[] ages = new long[SMALLEST];
    private @Nullable Waiting[] items = new @Nullable Waiting[SMALLEST];
    private int size;

    /** How many come before one. */
    private int rank(Waiting one) {
      int low = 0;
      int high = size;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (isBefore(middle, one)) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }

    private boolean isBefore(int index, Waiting one) {
      if (ages[index] != one.placeMs) {
        return ages[index] < one.placeMs;
      }
      Waiting item = items[index];
      return item != null && Waiting.BY_AGE.compare(item, one) < 0;
    }

    private void insert(int at, Waiting one) {
      if (size == items.length) {
        ages = Arrays.copyOf(ages, 2 * size);
        items = Arrays.copyOf(items, 2 * size);
      }
      System.arraycopy(ages, at, ages, at + 1, size - at);
      System.arraycopy(items, at, items, at + 1, size - at);
      ages[at] = one.placeMs;
      items[at] = one;
      size++;
    }

    private void delete(int at) {
      size--;
      System.arraycopy(ages, at + 1, ages, at, size - at);
      System.arraycopy(items, at + 1, items, at, size - at);
      items[size] = null;
    }

    /** Takes over what another, which comes after it, holds from an index on. */
    private void append(Chunk other, int from) {
      int count = other.size - from;
      if (size + count > items.length) {
        ages = Arrays.copyOf(ages, LARGEST);
        items = Arrays.copyOf(items, LARGEST);
      }
      System.arraycopy(other.ages, from, ages, size, count);
      System.arraycopy(other.items, from, items, size, count);
      Arrays.fill(other.items, from, other.size, null);
      other.size = from;
      size += count;
    }
  }

  private final List<Chunk> chunks = new ArrayList<>(List.of(new Chunk()));

  /** The oldest; null when there is none. */
  @Nullable Waiting first() {
    return chunks.getFirst().items[0];
  }

  /** All of them, in order: a copy. */
  List<Waiting> all() {
    List<Waiting> all = new ArrayList<>();
    for (Chunk chunk : chunks) {
      for (Waiting item : chunk.items) {
        if (item != null) {
          all.add(item);
        }
      }
    }
    return all;
  }

  /** Adds one that is not there. */
  void add(Waiting one) {
    int index = chunkOf(one);
    Chunk chunk = chunks.get(index);
    if (chunk.size == LARGEST) {
      boolean atTheEnd = index == chunks.size() - 1 && chunk.isBefore(LARGEST - 1, one);
      Chunk next = new Chunk();
      next.append(chunk, atTheEnd ? LARGEST : LARGEST / 2);
      chunks.add(index + 1, next);
      chunk = atTheEnd || next.isBefore(0, one) ? next : chunk;
    }
    chunk.insert(chunk.rank(one), one);
  }

  /** Removes one that is there. */
  void remove(Waiting one) {
    int index = chunkOf(one);
    Chunk chunk = chunks.get(index);
    int at = chunk.rank(one);
    if (at == chunk.size || chunk.items[at] != one) {
      throw new IllegalStateException("the router's index has lost " + one);
    }
    chunk.delete(at);
    if (chunk.size == 0 && chunks.size() > 1) {
      chunks.remove(index);
    } else if (index + 1 < chunks.size()
        && chunk.size + chunks.get(index + 1).size <= LARGEST / 2) {
      chunk.append(chunks.remove(index + 1), 0);
    }
  }

  /** The last chunk that begins with it or an older one; the first where there is none. */
  private int chunkOf(Waiting one) {
    int low = 1;
    int high = chunks.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      Chunk chunk = chunks.get(middle);
      if (chunk.items[0] == one || chunk.isBefore(0, one)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }
}
