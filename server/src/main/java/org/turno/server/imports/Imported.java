package org.turno.server.imports;

import java.util.List;

/**
 * What became of a file.
 *
 * @param yaml a whole {@code turno.yaml}
 * @param queues how many queues it has
 * @param agents how many agents
 * @param leftovers what has no counterpart, in the order of the file
 */
public record Imported(String yaml, int queues, int agents, List<Leftover> leftovers) {
  /** Copies the list. */
  public Imported {
    leftovers = List.copyOf(leftovers);
  }
}
