package org.turno.server.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One key for each number that somebody waits to be called back at, in a file of its own outside
 * the journal. A file holds chance and the number's mark, a keyed hash by which the same number is
 * known again; its name is chance too, so that nothing is left of either when it is erased. Used by
 * one thread at a time.
 */
final class NumberKeys {
  private static final Logger LOG = LoggerFactory.getLogger(NumberKeys.class);
  private static final String FOLDER = "-callback-keys";
  private static final String SUFFIX = ".key";
  private static final int NAME_BYTES = 12;
  private static final int CHANCE_BYTES = 32;
  private static final int MARK_BYTES = 32;

  /** Of one number. */
  static final class Key {
    private final String name;
    private final byte[] chance;

    private Key(String name, byte[] chance) {
      this.name = name;
      this.chance = chance;
    }

    String name() {
      return name;
    }

    /** What its seal is made of; not to be changed. */
    byte[] chance() {
      return chance;
    }
  }

  private final Path folder;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Key> byName = new TreeMap<>();
  private final Map<String, String> nameOfMark = new TreeMap<>();

  /** In the given folder, which need not exist. */
  NumberKeys(Path folder) {
    this.folder = folder;
  }

  /** Beside a journal: whoever copies that does not get the keys. */
  static NumberKeys beside(Path journal) {
    Path whole = journal.toAbsolutePath().normalize();
    return new NumberKeys(whole.resolveSibling(whole.getFileName() + FOLDER));
  }

  /** The name of the key that a sealed number was sealed with. */
  static String nameIn(String sealed) {
    return sealed.substring(0, Math.min(sealed.length(), 2 * NAME_BYTES));
  }

  /** Reads the keys of these names and erases all others. */
  void load(Collection<String> wanted) {
    for (Path file : files()) {
      String name = file.getFileName().toString().replace(SUFFIX, "");
      byte[] held = wanted.contains(name) ? read(file) : new byte[0];
      if (held.length == CHANCE_BYTES + MARK_BYTES) {
        put(new Key(name, Arrays.copyOf(held, CHANCE_BYTES)), markIn(held));
      } else {
        erase(file);
      }
    }
  }

  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be read: let Turno's user read it", e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read: let Turno's user read it", e);
    }
  }

  private static String markIn(byte[] held) {
    return HexFormat.of().formatHex(held, CHANCE_BYTES, held.length);
  }

  private void put(Key key, String mark) {
    byName.put(key.name(), key);
    nameOfMark.put(mark, key.name());
  }

  /** The key of the number with this mark; a new one, on the disk, where it has none. */
  Key of(byte[] mark) {
    Key known = byName.get(nameOfMark.getOrDefault(HexFormat.of().formatHex(mark), ""));
    if (known != null) {
      return known;
    }
    Key key = new Key(HexFormat.of().formatHex(chance(NAME_BYTES)), chance(CHANCE_BYTES));
    byte[] held = Arrays.copyOf(key.chance(), CHANCE_BYTES + MARK_BYTES);
    System.arraycopy(mark, 0, held, CHANCE_BYTES, MARK_BYTES);
    write(key.name(), held);
    put(key, markIn(held));
    return key;
  }

  private byte[] chance(int bytes) {
    byte[] chance = new byte[bytes];
    random.nextBytes(chance);
    return chance;
  }

  private void write(String name, byte[] held) {
    try {
      Files.createDirectories(folder);
      Path half = folder.resolve(name + ".new");
      Files.createFile(
          half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      force(half, held);
      Files.move(half, file(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("no key can be kept in " + folder, e);
    }
  }

  private static void force(Path file, byte[] held) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(held);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private Path file(String name) {
    return folder.resolve(name + SUFFIX);
  }

  /** The key of this name; null where there is none, or it is erased. */
  @Nullable Key find(String name) {
    return byName.get(name);
  }

  /** For good: here, and on the disk. */
  void erase(String name) {
    if (byName.remove(name) != null) {
      nameOfMark.values().remove(name);
      erase(file(name));
    }
  }

  /** Written over first: a file system may keep what was only deleted. */
  private static void erase(Path file) {
    try {
      force(file, new byte[CHANCE_BYTES + MARK_BYTES]);
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn(
          "{} cannot be erased: delete it, or let Turno's user do it at its next start", file, e);
    }
  }
}
