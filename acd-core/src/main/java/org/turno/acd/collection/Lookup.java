package org.turno.acd.collection;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A hash table that finds and does nothing else: nobody can come to depend on the order of its
 * contents. Keys and values lie side by side, found by linear probing, so that finding one reads
 * two places of memory and then the key.
 */
public final class Lookup<K, V> {
  private static final int FEWEST = 16;

  /** The keys' hashes; 0 where there is none. */
  private int[] hashes = new int[FEWEST];

  private @Nullable Object[] entries = new @Nullable Object[2 * FEWEST];
  private int size;

  /** The value of a key; null when it has none. */
  public @Nullable V get(K key) {
    if (size == 0) {
      return null;
    }
    int slot = slotOf(key, hash(key));
    return slot < 0 ? null : valueAt(slot);
  }

  /** Whether a key has a value. */
  public boolean has(K key) {
    return get(key) != null;
  }

  /** Gives a key a value, in place of what it had. */
  public void put(K key, V value) {
    int hash = hash(key);
    int slot = slotOf(key, hash);
    if (slot < 0) {
      slot = -1 - slot;
      hashes[slot] = hash;
      entries[2 * slot] = key;
      size++;
    }
    entries[2 * slot + 1] = value;
    if (2 * size > hashes.length) {
      grow();
    }
  }

  /** Takes a key and its value away; the value, or null when there was none. */
  public @Nullable V remove(K key) {
    if (size == 0) {
      return null;
    }
    int slot = slotOf(key, hash(key));
    if (slot < 0) {
      return null;
    }
    V removed = valueAt(slot);
    size--;
    close(slot);
    return removed;
  }

  /** Takes all away. */
  public void clear() {
    Arrays.fill(hashes, 0);
    Arrays.fill(entries, null);
    size = 0;
  }

  @SuppressWarnings("unchecked") // only put() puts anything there
  private @Nullable V valueAt(int slot) {
    return (V) entries[2 * slot + 1];
  }

  /** Where a key is; where it would go, as -1 - slot, when it is not there. */
  private int slotOf(K key, int hash) {
    int mask = hashes.length - 1;
    int slot = hash & mask;
    while (hashes[slot] != 0) {
      if (hashes[slot] == hash && key.equals(entries[2 * slot])) {
        return slot;
      }
      slot = (slot + 1) & mask;
    }
    return -1 - slot;
  }

  /** Empties a slot; those that came after it for want of it move up. */
  private void close(int slot) {
    int mask = hashes.length - 1;
    int gap = slot;
    for (int next = (gap + 1) & mask; hashes[next] != 0; next = (next + 1) & mask) {
      int wanted = hashes[next] & mask;
      if (((next - wanted) & mask) >= ((next - gap) & mask)) {
        hashes[gap] = hashes[next];
        entries[2 * gap] = entries[2 * next];
        entries[2 * gap + 1] = entries[2 * next + 1];
        gap = next;
      }
    }
    hashes[gap] = 0;
    entries[2 * gap] = null;
    entries[2 * gap + 1] = null;
  }

  private void grow() {
    int[] oldHashes = hashes;
    @Nullable Object[] oldEntries = entries;
    hashes = new int[2 * oldHashes.length];
    entries = new @Nullable Object[2 * oldEntries.length];
    int mask = hashes.length - 1;
    for (int old = 0; old < oldHashes.length; old++) {
      if (oldHashes[old] != 0) {
        int slot = oldHashes[old] & mask;
        while (hashes[slot] != 0) {
          slot = (slot + 1) & mask;
        }
        hashes[slot] = oldHashes[old];
        entries[2 * slot] = oldEntries[2 * old];
        entries[2 * slot + 1] = oldEntries[2 * old + 1];
      }
    }
  }

  /** Well mixed, and never 0. */
  private static int hash(Object key) {
    int mixed = key.hashCode() * 0x9E3779B9;
    return (mixed ^ (mixed >>> 16)) | Integer.MIN_VALUE;
  }
}
