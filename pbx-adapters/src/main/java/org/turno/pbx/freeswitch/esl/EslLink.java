package org.turno.pbx.freeswitch.esl;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turno.pbx.link.Backoff;
import org.turno.pbx.link.LinkDownException;

/**
 * One connection to the event socket, made again whenever it ends. FreeSWITCH runs the commands of
 * one connection one after another and answers in their order, so whoever sends several need not
 * wait in between. What takes long ({@code bgapi}) is answered by an event of its own. Events are
 * handed on in the order in which they come.
 *
 * <p>Not safe for several threads: call it on one Vert.x context only, where the listener is called
 * as well.
 */
public final class EslLink {
  /** Who uses the link. */
  public interface Listener {
    /** Logged in and subscribed; commands can be sent. */
    void opened();

    /**
     * It was open and is no longer, or the first attempt failed. Commands in flight have failed.
     */
    void closed(String reason);

    /** An event, other than the end of a command in the background. */
    void event(EslEvent event);

    /** An event that could not be read; the next ones can. */
    void malformed(EslFormatException why);
  }

  private static final Logger LOG = LoggerFactory.getLogger(EslLink.class);
  private static final long TICK_MS = 500;

  private record Pending(EslCommand command, Promise<EslReply> reply, long deadlineNanos) {}

  private record Job(EslCommand command, Promise<EslReply> end, long deadlineNanos) {}

  private final Vertx vertx;
  private final EslAddress address;
  private final EslTimes times;
  private final List<String> events;
  private final Listener listener;
  private final NetClient client;
  private final Backoff backoff;
  private final Deque<Pending> pending = new ArrayDeque<>();
  private final Map<String, Job> jobs = new HashMap<>();
  private EslDecoder decoder = new EslDecoder();
  private @Nullable NetSocket socket;
  private boolean open;
  private boolean paused;
  private boolean closed;
  private boolean announcedDown;
  private long attempt;
  private long lastHeardNanos;
  private long nextJob;
  private long tickTimer = -1;

  /**
   * Makes a link that does nothing until {@link #start}.
   *
   * @param events commands that say which events are wanted, sent after each login
   */
  public EslLink(
      Vertx vertx, EslAddress address, EslTimes times, List<String> events, Listener listener) {
    this.vertx = vertx;
    this.address = address;
    this.times = times;
    this.events = List.copyOf(events);
    this.listener = listener;
    this.backoff = new Backoff(times.reconnectMinMs(), times.reconnectMaxMs(), System.nanoTime());
    this.client =
        vertx.createNetClient(
            new NetClientOptions()
                .setTcpNoDelay(true)
                .setConnectTimeout(Math.toIntExact(times.connectTimeoutMs())));
  }

  /** Begins to connect. */
  public void start() {
    tickTimer = vertx.setPeriodic(TICK_MS, id -> tick());
    connect();
  }

  /** Whether commands can be sent now. */
  public boolean isOpen() {
    return open;
  }

  /**
   * Sends a command.
   *
   * @return the answer, whatever it says; fails with {@link LinkDownException} when the link is or
   *     goes down, or when no answer comes in time, which also ends the link
   */
  public Future<EslReply> send(EslCommand command) {
    return open ? write(command) : Future.failedFuture(new LinkDownException("no link"));
  }

  /**
   * Has a command run in the background.
   *
   * @param timeoutMs after which it counts as refused
   * @return what it answered in the end; fails with {@link LinkDownException} like {@link #send}
   */
  public Future<EslReply> inBackground(EslCommand command, long timeoutMs) {
    String id = "turno-" + Long.toString(attempt) + "-" + ++nextJob;
    Promise<EslReply> end = Promise.promise();
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMs);
    jobs.put(id, new Job(command, end, deadline));
    EslCommand begun =
        new EslCommand("bg" + command.text() + "\nJob-UUID: " + id, command.toString());
    send(begun)
        .onComplete(
            answer -> {
              if (answer.failed()) {
                jobs.remove(id);
                end.tryFail(answer.cause());
              } else if (!answer.result().ok()) {
                jobs.remove(id);
                end.tryComplete(answer.result());
              }
            });
    return end.future();
  }

  /** Stops reading; answers do not come either. */
  public void pause() {
    paused = true;
    if (socket != null) {
      socket.pause();
    }
  }

  /** Reads again. */
  public void resume() {
    paused = false;
    lastHeardNanos = System.nanoTime();
    if (socket != null) {
      socket.resume();
    }
  }

  /** Gives up the present connection and makes another. */
  public void reset(String reason) {
    if (socket != null) {
      drop(attempt, reason);
    }
  }

  /** Says that the link serves, so that the next loss is followed by a quick attempt. */
  public void proven() {
    backoff.reset();
  }

  /** Closes for good. The listener hears nothing more. */
  public Future<Void> close() {
    closed = true;
    open = false;
    vertx.cancelTimer(tickTimer);
    failAll("the adapter is closing");
    NetSocket last = socket;
    socket = null;
    Future<Void> goodbye = last == null ? Future.succeededFuture() : last.close();
    return goodbye.transform(done -> client.close());
  }

  private void connect() {
    if (closed) {
      return;
    }
    long now = ++attempt;
    decoder = new EslDecoder();
    lastHeardNanos = System.nanoTime();
    client
        .connect(address.port(), address.host())
        .onSuccess(connected -> connected(connected, now))
        .onFailure(e -> drop(now, "cannot connect: " + e.getMessage()));
  }

  private void connected(NetSocket connected, long which) {
    if (which != attempt || closed) {
      connected.close().onFailure(e -> LOG.debug("{}: closing late: {}", address, e.toString()));
      return;
    }
    socket = connected;
    paused = false;
    lastHeardNanos = System.nanoTime();
    connected.handler(buffer -> received(which, buffer));
    connected.closeHandler(end -> drop(which, "FreeSWITCH closed the connection"));
    connected.exceptionHandler(e -> LOG.debug("{}: {}", address, e.getClass().getSimpleName()));
  }

  private void received(long which, Buffer buffer) {
    if (which != attempt || closed) {
      return;
    }
    lastHeardNanos = System.nanoTime();
    try {
      decoder.feed(buffer.getBytes());
      for (EslFrame frame = decoder.next(); frame != null; frame = decoder.next()) {
        take(frame, which);
        if (which != attempt || closed || socket == null) {
          return;
        }
      }
    } catch (EslFormatException e) {
      listener.malformed(e);
      drop(which, "unreadable: " + e.getMessage());
    }
  }

  private void take(EslFrame frame, long which) {
    switch (frame.type()) {
      case "auth/request" -> logIn(which);
      case "command/reply" -> reply(frame.header("reply-text"), which);
      case "api/response" -> reply(frame.body(), which);
      case "text/event-plain" -> event(frame.body());
      case "text/disconnect-notice" -> drop(which, "FreeSWITCH ends the connection");
      case "text/rude-rejection" ->
          drop(which, "FreeSWITCH's apply-inbound-acl does not let this machine in");
      default -> listener.malformed(new EslFormatException("a message of an unknown kind"));
    }
  }

  private void logIn(long which) {
    write(new EslCommand("auth " + address.password(), "auth"))
        .onSuccess(
            answer -> {
              if (answer.text().startsWith("+OK")) {
                subscribe(which);
              } else {
                drop(which, "FreeSWITCH refused the password: check event_socket.conf.xml");
              }
            });
  }

  private void subscribe(long which) {
    List<Future<EslReply>> asked = new ArrayList<>();
    events.forEach(text -> asked.add(write(EslCommand.plain(text))));
    Future.all(asked)
        .onSuccess(
            all -> {
              if (which != attempt || closed) {
                return;
              }
              for (Future<EslReply> one : asked) {
                if (!one.result().ok()) {
                  drop(which, "FreeSWITCH refused " + one.result().describe());
                  return;
                }
              }
              open = true;
              announcedDown = false;
              LOG.info("{}: connected", address);
              listener.opened();
            });
  }

  private Future<EslReply> write(EslCommand command) {
    NetSocket current = socket;
    if (current == null) {
      return Future.failedFuture(new LinkDownException("no link to FreeSWITCH"));
    }
    long which = attempt;
    Promise<EslReply> reply = Promise.promise();
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(times.requestTimeoutMs());
    pending.add(new Pending(command, reply, deadline));
    current
        .write(command.text() + "\n\n")
        .onFailure(e -> drop(which, "cannot write to FreeSWITCH"));
    return reply.future();
  }

  private void reply(String text, long which) {
    Pending asked = pending.poll();
    if (asked == null) {
      listener.malformed(new EslFormatException("an answer to nothing that was asked"));
      drop(which, "an answer to nothing that was asked");
      return;
    }
    asked.reply.complete(new EslReply(asked.command, text));
  }

  private void event(String body) {
    try {
      EslEvent event = EslEvent.parse(body);
      if (!event.name().equals("BACKGROUND_JOB")) {
        listener.event(event);
        return;
      }
      Job job = jobs.remove(event.field("Job-UUID"));
      if (job != null) {
        job.end.tryComplete(new EslReply(job.command, event.body()));
      }
    } catch (EslFormatException e) {
      listener.malformed(e);
    }
  }

  private void drop(long which, String reason) {
    if (which != attempt || closed) {
      return;
    }
    attempt++;
    NetSocket last = socket;
    socket = null;
    boolean wasOpen = open;
    open = false;
    if (last != null) {
      last.close().onFailure(e -> LOG.debug("{}: closing: {}", address, e.toString()));
    }
    failAll(reason);
    long pauseMs = backoff.nextMs();
    if (wasOpen || !announcedDown) {
      announcedDown = true;
      LOG.warn("{}: link down: {}; will keep trying", address, reason);
      listener.closed(reason);
    } else {
      LOG.debug("{}: {}; next attempt in {} ms", address, reason, pauseMs);
    }
    vertx.setTimer(pauseMs, id -> connect());
  }

  private void failAll(String reason) {
    List<Pending> lost = new ArrayList<>(pending);
    List<Job> ended = new ArrayList<>(jobs.values());
    pending.clear();
    jobs.clear();
    lost.forEach(one -> one.reply.fail(new LinkDownException(one.command + ": " + reason)));
    ended.forEach(one -> one.end.tryFail(new LinkDownException(one.command + ": " + reason)));
  }

  private void tick() {
    if (socket == null || paused) {
      return;
    }
    long now = System.nanoTime();
    Pending first = pending.peek();
    if (first != null && now - first.deadlineNanos > 0) {
      drop(attempt, "no answer within " + times.requestTimeoutMs() + " ms: " + first.command);
      return;
    }
    if (now - lastHeardNanos > TimeUnit.MILLISECONDS.toNanos(times.requestTimeoutMs())) {
      drop(attempt, "no sign of life within " + times.requestTimeoutMs() + " ms");
      return;
    }
    overdue(now);
  }

  private void overdue(long now) {
    for (Map.Entry<String, Job> entry : List.copyOf(jobs.entrySet())) {
      Job job = entry.getValue();
      if (now - job.deadlineNanos > 0) {
        jobs.remove(entry.getKey());
        job.end.tryComplete(new EslReply(job.command, "-ERR no end in time"));
      }
    }
  }
}
