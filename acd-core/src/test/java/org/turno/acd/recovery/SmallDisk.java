package org.turno.acd.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A real file system of its own for a test, where this user may mount one. */
final class SmallDisk implements AutoCloseable {
  private static final long BYTES = 160L << 20;

  private final Path mount;

  private SmallDisk(Path mount) {
    this.mount = mount;
  }

  /** One in memory. */
  static SmallDisk inMemory(Path mount) {
    boolean done = run("mount", "-t", "tmpfs", "-o", "size=" + BYTES, "turno", mount.toString());
    assumeTrue(done, "only root may mount a file system");
    return new SmallDisk(mount);
  }

  /** One with the blocks of a file beneath it, which can hang, fail and be put back. */
  static SmallDisk ofFile(Path image, Path mount) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
      file.setLength(BYTES);
    }
    assumeTrue(run("mkfs.ext4", "-q", image.toString()), "this needs mkfs.ext4");
    String options = "loop,errors=remount-ro";
    assumeTrue(
        run("mount", "-o", options, image.toString(), mount.toString()),
        "only root may mount a file system");
    return new SmallDisk(mount);
  }

  private static boolean run(String... command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException notThere) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Writes until so many bytes are used up. */
  Path fill(long bytes) throws IOException {
    Path filler = mount.resolve("filler");
    byte[] block = new byte[1 << 20];
    try (OutputStream out = Files.newOutputStream(filler)) {
      for (long written = 0; written < bytes; written += block.length) {
        out.write(block);
      }
    }
    return filler;
  }

  /**
   * Lets whoever writes hang from now on, for some seconds. Another process ends that: this one may
   * hang as a whole.
   *
   * @param over a file elsewhere that is there once it is over
   */
  void hang(int seconds, Path over) throws IOException {
    String script =
        "fsfreeze -f \"$0\" && echo hangs; sleep %d; : >\"$1\"; fsfreeze -u \"$0\""
            .formatted(seconds);
    Process process =
        new ProcessBuilder("sh", "-c", script, mount.toString(), over.toString())
            .redirectErrorStream(true)
            .start();
    assertEquals("hangs", process.inputReader(StandardCharsets.UTF_8).readLine());
  }

  /** Lets the disk make an error, upon which it takes no more writes. */
  void fail() throws IOException {
    String device =
        Files.readAllLines(Path.of("/proc/mounts")).stream()
            .map(line -> List.of(line.split(" ")))
            .filter(line -> line.get(1).equals(mount.toString()))
            .map(line -> Path.of(line.getFirst()).getFileName().toString())
            .findFirst()
            .orElseThrow();
    Path trigger = Path.of("/sys/fs/ext4", device, "trigger_fs_error");
    assumeTrue(Files.exists(trigger), "this Linux lets no disk fail");
    Files.writeString(trigger, "a test wants it");
  }

  /** The same at another place, where it takes no writes. */
  SmallDisk readOnly(Path view) {
    assertTrue(run("mount", "--bind", mount.toString(), view.toString()), "no second place");
    SmallDisk readOnly = new SmallDisk(view);
    assertTrue(run("mount", "-o", "remount,bind,ro", view.toString()), "it still takes writes");
    return readOnly;
  }

  @Override
  public void close() {
    assertTrue(run("umount", "-l", mount.toString()), "it stays mounted");
  }
}
