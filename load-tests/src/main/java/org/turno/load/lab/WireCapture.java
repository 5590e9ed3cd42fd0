package org.turno.load.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes down the SIP messages between callers, Asterisk and phones, as they pass on the loopback
 * interface. Needs tshark and the right to capture. Close it and read {@link #wire}.
 */
public final class WireCapture implements AutoCloseable {
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private final int sipPort;
  private final Path file;
  private final LabProcess process;

  private WireCapture(int sipPort, Path file, LabProcess process) {
    this.sipPort = sipPort;
    this.file = file;
    this.process = process;
  }

  /**
   * Begins; returns when the capture runs. The file is a pcap that any tool for such files reads.
   */
  public static WireCapture start(AsteriskLab lab, Path file) {
    int sipPort = lab.ports().sip();
    List<String> words =
        List.of(
            "dumpcap", "-i", "lo", "-f", "udp port " + sipPort, "-B", "16", "-w", file.toString());
    LabProcess process =
        LabProcess.start(
            "dumpcap",
            words,
            Map.of(),
            lab.folder(),
            file.resolveSibling(file.getFileName() + ".log"),
            false);
    Await.until(
        "the capture to begin",
        DEADLINE,
        () -> {
          if (!process.alive()) {
            throw new LabException("no capture: " + process.output().strip() + ": are you root?");
          }
          return process.output().contains("File: ") && Files.exists(file);
        },
        process::output);
    return new WireCapture(sipPort, file, process);
  }

  /** Ends the capture; what was seen until now is in the file. */
  @Override
  public void close() {
    process.stop(Duration.ofSeconds(5));
  }

  /** What passed, after {@link #close}. */
  public Wire wire() {
    List<String> words =
        new ArrayList<>(
            List.of("tshark", "-r", file.toString(), "-d", "udp.port==" + sipPort + ",sip"));
    words.addAll(List.of("-Y", "sip", "-T", "fields", "-E", "separator=/t"));
    for (String field : SipMessage.FIELDS) {
      words.addAll(List.of("-e", field));
    }
    List<SipMessage> messages =
        Shell.of(words).run().lines().map(SipMessage::parse).flatMap(Optional::stream).toList();
    return new Wire(sipPort, messages);
  }
}
