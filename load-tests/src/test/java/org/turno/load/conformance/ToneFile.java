package org.turno.load.conformance;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a phone hears, as Asterisk writes it into a WAV file: 8,000 samples of two bytes a second.
 */
final class ToneFile {
  private static final int RATE = 8_000;
  private static final int BYTES = 2;

  /** Asterisk writes so much at a time. */
  private static final int BUFFER = 32_768;

  /** Of a full tone; what leaks by coding and mixing is far less, and a tone is far more. */
  private static final double AUDIBLE = 0.02;

  private final Path file;

  ToneFile(Path file) {
    this.file = file;
  }

  /** How long it is so far. */
  long size() {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From what size on its last second lies wholly behind what was written before. */
  long wholeSecondAfter(long size) {
    return size + BUFFER + (long) BYTES * RATE + BUFFER;
  }

  /** Which of these tones, in hertz, its last second holds. */
  SortedSet<Integer> lastSecond(int... tones) {
    ByteBuffer samples = ByteBuffer.allocate(BYTES * RATE).order(ByteOrder.LITTLE_ENDIAN);
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      long from = in.length() - samples.capacity();
      in.seek(from - from % BYTES);
      in.readFully(samples.array());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    SortedSet<Integer> heard = new TreeSet<>();
    for (int tone : tones) {
      if (level(samples, tone) > AUDIBLE) {
        heard.add(tone);
      }
    }
    return heard;
  }

  /** How much of a tone there is, 1 for a full one. */
  private static double level(ByteBuffer samples, int tone) {
    double real = 0;
    double imaginary = 0;
    for (int i = 0; i < RATE; i++) {
      double angle = 2 * Math.PI * tone * i / RATE;
      double sample = samples.getShort(BYTES * i) / 32_768.0;
      real += sample * Math.cos(angle);
      imaginary += sample * Math.sin(angle);
    }
    return 2 * Math.hypot(real, imaginary) / RATE;
  }
}
