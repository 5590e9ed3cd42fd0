package org.turno.server.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fetches passwords and tokens from where the file says they are. */
final class SecretReader {
  private final Path folder;
  private final Map<String, String> environment;
  private final boolean fetch;
  private final Problems problems;

  /**
   * @param folder what a relative file is relative to
   * @param fetch false to check only that exactly one source is named
   */
  SecretReader(Path folder, Map<String, String> environment, boolean fetch, Problems problems) {
    this.folder = folder;
    this.environment = environment;
    this.fetch = fetch;
    this.problems = problems;
  }

  /**
   * The secret behind {@code KIND_file} or {@code KIND_env}; null, with the problem reported, where
   * it cannot be had.
   */
  @Nullable Secret required(MapReader map, String kind) {
    if (!map.has(kind + "_file") && !map.has(kind + "_env")) {
      problems.error(
          map.spot(),
          map.where() + " has no " + kind,
          "add " + kind + "_file: FILE or " + kind + "_env: NAME");
      return null;
    }
    return optional(map, kind);
  }

  /** As {@link #required}, but naming none is no problem. */
  @Nullable Secret optional(MapReader map, String kind) {
    if (map.has(kind + "_file") && map.has(kind + "_env")) {
      problems.error(
          map.spotOf(kind + "_env"),
          map.where() + " has both " + kind + "_file and " + kind + "_env",
          "keep one of them");
      return null;
    }
    Text file = map.text(kind + "_file");
    if (file != null) {
      return fetch ? fromFile(file, map.where()) : Secret.UNREAD;
    }
    Text variable = map.text(kind + "_env");
    if (variable != null) {
      return fetch ? fromVariable(variable, map.where()) : Secret.UNREAD;
    }
    return null;
  }

  private @Nullable Secret fromVariable(Text name, String where) {
    String value = environment.get(name.value());
    if (value == null || value.isBlank()) {
      problems.error(
          name.spot(),
          where + " takes a secret from the variable " + name.value() + ", which is not set",
          "set it where Turno is started (systemd: EnvironmentFile=)");
      return null;
    }
    return new Secret(value.strip());
  }

  private @Nullable Secret fromFile(Text name, String where) {
    Path file = folder.resolve(name.value());
    try {
      String value = Files.readString(file).strip();
      if (value.isEmpty() || value.lines().count() > 1) {
        problems.error(
            name.spot(),
            where + " takes a secret from " + file + ", which does not hold exactly one line",
            "write the secret there, alone");
        return null;
      }
      warnWhereOpen(file, name, where);
      return new Secret(value);
    } catch (NoSuchFileException e) {
      problems.error(
          name.spot(),
          where + " takes a secret from " + file + ", which does not exist",
          "make it, readable by Turno alone: umask 077; printf '%s\\n' SECRET > " + file);
    } catch (IOException e) {
      problems.error(
          name.spot(),
          where + " takes a secret from " + file + ", which cannot be read (" + e + ")",
          "let the user that Turno runs as read it: chown, chmod 400");
    }
    return null;
  }

  private void warnWhereOpen(Path file, Text name, String where) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view != null
        && view.readAttributes().permissions().contains(PosixFilePermission.OTHERS_READ)) {
      problems.warning(
          name.spot(),
          where + " takes a secret from " + file + ", which everybody on this machine can read",
          "chmod o-rwx " + file);
    }
  }
}
