package org.turno.server.config;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** What a node is, in words, and whether it may be there at all. */
final class Nodes {
  private static final String STANDARD_TAGS = "tag:yaml.org,2002:";

  private Nodes() {}

  /** True for a key with nothing behind it. */
  static boolean isNothing(Node node) {
    return node instanceof ScalarNode scalar
        && scalar.isPlain()
        && (scalar.getValue().isEmpty()
            || scalar.getValue().equals("~")
            || scalar.getValue().equals("null"));
  }

  /** The text of a scalar; null, with the problem reported, for anything else. */
  static @Nullable Text text(Node node, String what, Problems problems) {
    if (isNothing(node)) {
      problems.error(Spot.of(node), what + " has no value", "give it one or remove the line");
      return null;
    }
    if (!(node instanceof ScalarNode scalar)) {
      wrongKind(node, what, "one value", problems);
      return null;
    }
    if (!scalar.getTag().getValue().startsWith(STANDARD_TAGS)) {
      problems.error(
          Spot.of(node),
          what + " has the YAML tag " + scalar.getTag().getValue(),
          "remove the tag: Turno uses none");
      return null;
    }
    return Text.of(scalar);
  }

  static void wrongKind(Node node, String what, String expected, Problems problems) {
    problems.error(
        Spot.of(node),
        what + " is " + kind(node),
        "write " + expected + " here, as in the example turno.yaml");
  }

  private static String kind(Node node) {
    return switch (node) {
      case MappingNode _ -> "a mapping (key: value)";
      case SequenceNode _ -> "a list";
      case ScalarNode scalar -> "the text \"" + scalar.getValue() + "\"";
      case Node _ -> "something else";
    };
  }
}
