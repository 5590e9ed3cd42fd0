package org.turno.load.bench;

import java.util.List;

/** How large a floor is: agents, queues, and contacts that wait. */
record FloorSize(int agents, int queues, int waiting) {
  static final String SMALL = "100x10x100";
  static final String MIDDLE = "1000x100x10000";
  static final String LARGE = "10000x1000x100000";

  /** All that are measured, by size. */
  static final List<FloorSize> ALL = List.of(parse(SMALL), parse(MIDDLE), parse(LARGE));

  static FloorSize parse(String text) {
    String[] parts = text.split("x", -1);
    return new FloorSize(
        Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return agents + "x" + queues + "x" + waiting;
  }
}
