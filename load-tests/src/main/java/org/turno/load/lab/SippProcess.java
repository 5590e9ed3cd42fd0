package org.turno.load.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** One SIPp: it plays a scenario on a port of its own and logs what happens. */
final class SippProcess implements AutoCloseable {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final AtomicInteger ORDERS = new AtomicInteger();

  private final LabPorts ports;
  private final int port;
  private final Path eventLog;
  private final LabProcess process;

  private SippProcess(LabPorts ports, int port, Path eventLog, LabProcess process) {
    this.ports = ports;
    this.port = port;
    this.eventLog = eventLog;
    this.process = process;
  }

  /**
   * Starts SIPp.
   *
   * @param scenario a file of {@code load-tests/lab/sipp}
   * @param values for the scenario's placeholders {@code @NAME@}
   * @param lines of its CSV file, one for each call, in turn
   * @param more further options
   */
  static SippProcess start(
      LabPorts ports,
      Path folder,
      String scenario,
      Map<String, String> values,
      Collection<String> lines,
      List<String> more,
      boolean detached) {
    String name = scenario + "-" + NUMBER.incrementAndGet() + "-" + ProcessHandle.current().pid();
    int port = ports.takeSipp();
    Path file = folder.resolve(name + ".xml");
    Path csv = folder.resolve(name + ".csv");
    Path eventLog = folder.resolve(name + ".events");
    try {
      Files.createDirectories(folder);
      String text =
          Files.readString(LabFolders.scripts().resolve("sipp").resolve(scenario + ".xml"));
      for (Map.Entry<String, String> value : values.entrySet()) {
        text = text.replace("@" + value.getKey() + "@", value.getValue());
      }
      Files.writeString(file, text);
      Files.writeString(csv, "SEQUENTIAL\n" + String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> words = new ArrayList<>(List.of("sipp", "-sf", file.toString()));
    words.addAll(List.of("-inf", csv.toString(), "-i", "127.0.0.1", "-p", "" + port));
    words.addAll(List.of("-mp", "" + (port + 1), "-cp", "" + (port + 2), "-nostdin"));
    words.addAll(List.of("-trace_logs", "-log_file", eventLog.toString()));
    words.addAll(List.of("-trace_err", "-error_file", folder.resolve(name + ".errors").toString()));
    words.addAll(more);
    Path log = folder.resolve(name + ".log");
    return new SippProcess(
        ports, port, eventLog, LabProcess.start(name, words, Map.of(), folder, log, detached));
  }

  int port() {
    return port;
  }

  LabProcess process() {
    return process;
  }

  /** Whatever happened so far, oldest first. */
  List<SipEvent> events() {
    return Files.exists(eventLog) ? read(eventLog) : List.of();
  }

  /** What happened to all that plays or played a scenario in a folder. */
  static List<SipEvent> events(Path folder, String scenario) {
    try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, scenario + "-*.events")) {
      List<SipEvent> events = new ArrayList<>();
      logs.forEach(log -> events.addAll(read(log)));
      return events.stream().sorted(Comparator.comparingLong(SipEvent::timeUs)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<SipEvent> read(Path log) {
    try {
      String text = Files.readString(log);
      // The last line may not be whole yet.
      int whole = text.lastIndexOf('\n') + 1;
      return text.substring(0, whole)
          .lines()
          .map(SipEvent::parse)
          .flatMap(Optional::stream)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until its socket answers for its port, so that no first message is lost. */
  void awaitListening() {
    Await.until(
        process + " to listen",
        Duration.ofSeconds(10),
        () -> {
          if (!process.alive()) {
            throw new LabException(process + " ended at once: " + process.output());
          }
          return LabPorts.inUse(port);
        },
        process::output);
  }

  /**
   * Gives a call an order by a SIP request of its own, to which SIPp does not reply.
   *
   * @param headers further ones, each with its line end
   */
  void order(String method, String callId, String headers) {
    String message =
        method
            + " sip:lab@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bK-order-"
            + ORDERS.incrementAndGet()
            + "\r\nFrom: <sip:lab@127.0.0.1>;tag=lab\r\nTo: <sip:lab@127.0.0.1>\r\nCall-ID: "
            + callId
            + "\r\nCSeq: "
            + ORDERS.incrementAndGet()
            + " "
            + method
            + "\r\n"
            + headers
            + "Content-Length: 0\r\n\r\n";
    byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.kill();
    ports.giveBackSipp(port);
  }
}
