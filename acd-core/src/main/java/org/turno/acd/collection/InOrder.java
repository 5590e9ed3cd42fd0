package org.turno.acd.collection;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Things in the order of their places. Nearly all come at the end and most go from the front, but
 * any may come or go anywhere. They lie in short sorted chunks beside the first numbers of their
 * places, so that a search reads a few neighbouring words and not a thing per step, as in a tree.
 */
public final class InOrder<T extends Placed> {
  private static final int LARGEST = 64;
  private static final int SMALLEST = 4;

  /** A sorted run; empty only where it is the only one. */
  private static final class Chunk {
    private long[] majors = new long[SMALLEST];
    private @Nullable Placed[] items = new @Nullable Placed[SMALLEST];
    private int size;

    /** How many come before one. */
    private int rank(Placed one) {
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

    private boolean isBefore(int index, Placed one) {
      if (majors[index] != one.major) {
        return majors[index] < one.major;
      }
      Placed item = items[index];
      return item != null && item.isBefore(one);
    }

    private void insert(int at, Placed one) {
      if (size == items.length) {
        majors = Arrays.copyOf(majors, 2 * size);
        items = Arrays.copyOf(items, 2 * size);
      }
      System.arraycopy(majors, at, majors, at + 1, size - at);
      System.arraycopy(items, at, items, at + 1, size - at);
      majors[at] = one.major;
      items[at] = one;
      size++;
    }

    private void delete(int at) {
      size--;
      System.arraycopy(majors, at + 1, majors, at, size - at);
      System.arraycopy(items, at + 1, items, at, size - at);
      items[size] = null;
    }

    /** Takes over what another, which comes after it, holds from an index on. */
    private void append(Chunk other, int from) {
      int count = other.size - from;
      if (size + count > items.length) {
        majors = Arrays.copyOf(majors, LARGEST);
        items = Arrays.copyOf(items, LARGEST);
      }
      System.arraycopy(other.majors, from, majors, size, count);
      System.arraycopy(other.items, from, items, size, count);
      Arrays.fill(other.items, from, other.size, null);
      other.size = from;
      size += count;
    }
  }

  private Chunk[] chunks = {new Chunk()};
  private long[] starts = new long[1];
  private int count = 1;
  private @Nullable T first;

  /** The first; null when there is none. */
  public @Nullable T first() {
    return first;
  }

  /** Adds one that is not there. */
  public void add(T one) {
    int index = chunkOf(one);
    Chunk chunk = chunks[index];
    if (chunk.size == LARGEST) {
      boolean atTheEnd = index == count - 1 && chunk.isBefore(LARGEST - 1, one);
      Chunk next = new Chunk();
      next.append(chunk, atTheEnd ? LARGEST : LARGEST / 2);
      insert(index + 1, next);
      if (atTheEnd || next.isBefore(0, one)) {
        index++;
        chunk = next;
      }
    }
    chunk.insert(chunk.rank(one), one);
    starts[index] = chunk.majors[0];
    if (first == null || one.isBefore(first)) {
      first = one;
    }
  }

  /** Removes one that is there. */
  public void remove(T one) {
    int index = chunkOf(one);
    Chunk chunk = chunks[index];
    int at = chunk.rank(one);
    if (at == chunk.size || chunk.items[at] != one) {
      throw new IllegalStateException("an index of the core has lost " + one);
    }
    chunk.delete(at);
    if (chunk.size == 0 && count > 1) {
      delete(index);
    } else {
      starts[index] = chunk.majors[0];
      if (index + 1 < count && chunk.size + chunks[index + 1].size <= LARGEST / 2) {
        chunk.append(chunks[index + 1], 0);
        delete(index + 1);
      }
    }
    if (one == first) {
      first = at(0, 0);
    }
  }

  /** Shows each, in order. */
  public void forEach(Consumer<? super T> each) {
    for (int index = 0; index < count; index++) {
      for (int at = 0; at < chunks[index].size; at++) {
        T one = at(index, at);
        if (one != null) {
          each.accept(one);
        }
      }
    }
  }

  @SuppressWarnings("unchecked") // only add() puts anything there
  private @Nullable T at(int index, int at) {
    return (T) chunks[index].items[at];
  }

  private void insert(int index, Chunk chunk) {
    if (count == chunks.length) {
      chunks = Arrays.copyOf(chunks, 2 * count);
      starts = Arrays.copyOf(starts, 2 * count);
    }
    System.arraycopy(chunks, index, chunks, index + 1, count - index);
    System.arraycopy(starts, index, starts, index + 1, count - index);
    chunks[index] = chunk;
    starts[index] = chunk.majors[0];
    count++;
  }

  private void delete(int index) {
    count--;
    System.arraycopy(chunks, index + 1, chunks, index, count - index);
    System.arraycopy(starts, index + 1, starts, index, count - index);
    chunks[count] = chunks[count - 1];
  }

  /** The last chunk that begins with it or one before it; the first where there is none. */
  private int chunkOf(Placed one) {
    int low = 1;
    int high = count;
    if (high > 1 && starts[high - 1] < one.major) {
      return high - 1;
    }
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (starts[middle] < one.major
          || (starts[middle] == one.major && !startsAfter(middle, one))) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  private boolean startsAfter(int index, Placed one) {
    Placed start = chunks[index].items[0];
    return start != null && one.isBefore(start);
  }
}
