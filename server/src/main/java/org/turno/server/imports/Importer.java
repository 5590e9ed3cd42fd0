package org.turno.server.imports;

import java.nio.file.Files;
import java.nio.file.Path;

/** Turns a file of {@code app_queue} or {@code mod_callcenter} into a {@code turno.yaml}. */
public final class Importer {
  private Importer() {}

  /**
   * Imports; a name that ends with {@code .xml} is {@code callcenter.conf.xml}.
   *
   * @throws ImportException when the file cannot be read; the message says where and what to do
   */
  public static Imported read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ImportException(
          file + ": there is no such file: name a queues.conf or a callcenter.conf.xml");
    }
    return file.toString().endsWith(".xml") ? CallcenterConf.read(file) : QueuesConf.read(file);
  }
}
