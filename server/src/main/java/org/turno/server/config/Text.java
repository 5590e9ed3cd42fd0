package org.turno.server.config;

import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A text of the file and where it stands.
 *
 * @param value as YAML reads it
 * @param spot where it begins
 * @param lead what stands before its first character: 1 for a quote, 0 for nothing, -1 where the
 *     text is written differently from how it reads (escapes, several lines)
 */
record Text(String value, Spot spot, int lead) {
  static Text of(ScalarNode node) {
    Spot start = Spot.of(node);
    int lead = node.getScalarStyle() == ScalarStyle.PLAIN ? 0 : 1;
    Spot end = node.getEndMark().map(Spot::of).orElse(start);
    int length = node.getValue().codePointCount(0, node.getValue().length());
    boolean asWritten =
        start.line() == end.line() && end.column() - start.column() == length + 2 * lead;
    return new Text(node.getValue(), start, asWritten ? lead : -1);
  }

  /** The place of one of its characters; the beginning where that cannot be told. */
  Spot spotOf(int index) {
    return lead < 0 ? spot : new Spot(spot.line(), spot.column() + lead + index);
  }
}
