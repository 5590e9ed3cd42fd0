package org.turno.server.imports;

/** Names of recordings, as Turno takes them. */
final class SoundName {
  private SoundName() {}

  /** Whether a text can be one: without language, and without blanks or variables of a PBX. */
  static boolean fits(String name) {
    return name.matches("[A-Za-z0-9_./-]{1,100}");
  }

  /** The name of a file alone, without folders and ending. */
  static String ofFile(String path) {
    return path.replaceFirst(".*/", "").replaceFirst("\\.[A-Za-z0-9]+$", "");
  }
}
