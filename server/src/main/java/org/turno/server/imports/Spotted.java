package org.turno.server.imports;

import java.nio.file.Path;

/**
 * Where something stands in the file that is imported, or in one that it includes.
 *
 * @param line from 1
 */
record Spotted(Path file, int line) implements Comparable<Spotted> {
  @Override
  public int compareTo(Spotted other) {
    int byFile = file.compareTo(other.file);
    return byFile != 0 ? byFile : Integer.compare(line, other.line);
  }

  @Override
  public String toString() {
    return file.getFileName() + ":" + line;
  }
}
