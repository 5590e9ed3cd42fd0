package org.turno.server.config;

import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** A place in the file; line and column are counted from 1. */
record Spot(int line, int column) {
  /** Where problems of the whole file are reported. */
  static final Spot START = new Spot(1, 1);

  static Spot of(Node node) {
    return node.getStartMark().map(Spot::of).orElse(START);
  }

  static Spot of(Mark mark) {
    return new Spot(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
