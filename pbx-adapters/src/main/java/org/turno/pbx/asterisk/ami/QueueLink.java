package org.turno.pbx.asterisk.ami;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.PingAction;
import org.asteriskjava.manager.action.QueueStatusAction;
import org.asteriskjava.manager.event.AgentCompleteEvent;
import org.asteriskjava.manager.event.AgentDumpEvent;
import org.asteriskjava.manager.event.DisconnectEvent;
import org.asteriskjava.manager.event.FullyBootedEvent;
import org.asteriskjava.manager.event.HangupRequestEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.NewChannelEvent;
import org.asteriskjava.manager.event.QueueEntryEvent;
import org.asteriskjava.manager.event.QueueMemberEvent;
import org.asteriskjava.manager.event.QueueMemberStatusEvent;
import org.asteriskjava.manager.event.QueueParamsEvent;
import org.asteriskjava.manager.event.QueueStatusCompleteEvent;
import org.asteriskjava.manager.event.ShutdownEvent;
import org.asteriskjava.manager.event.SoftHangupRequestEvent;
import org.asteriskjava.manager.response.ManagerError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turno.acd.input.ObservedInput;
import org.turno.acd.input.ObservedInput.ObservedPhone;
import org.turno.acd.input.ObservedInput.ObservedQueue;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.ObservedEnd;
import org.turno.acd.plan.PbxId;

/**
 * Watches the queues that one Asterisk has of its own. It logs in with an event mask, asks for
 * QueueStatus, pings and logs off, and sends nothing else: a user with {@code read =
 * agent,call,system} and no write rights is enough.
 *
 * <p>One thread of its own connects and asks; Asterisk-Java's threads call the listener.
 */
public final class QueueLink implements AutoCloseable {
  /** Who watches. Called on threads of this link: hand over at once. */
  public interface Listener {
    /** Logged in; all that the queues hold follows. */
    void connected();

    /** Something happened. */
    void fact(ObservedInput fact);

    /**
     * An agent answered a call and hung up before the caller was put through.
     *
     * @param name what the queue shows of the agent
     */
    void dumped(String queue, LegId call, String name);

    /**
     * A conversation is over whose call Asterisk does not name: it forgot the channel meanwhile.
     *
     * @param waitMs as Asterisk counts
     * @param talkMs as Asterisk counts
     */
    void completed(String queue, String agent, long waitMs, long talkMs, ObservedEnd by);

    /** Calls are heard of: who hangs up will be told. */
    void hearsCalls();

    /** A leg of some call was hung up by who is at its other end. */
    void hungUp(LegId call);

    /** The answer to a question: all that the queues hold. */
    void seen(Seen seen);

    /** What the queues hold may be another than what was told. */
    void doubtful();

    /** An event could not be read; the text holds nothing of it but names of its fields. */
    void malformed(String why);

    /** Nothing is known of the queues until it is connected again. */
    void lost();
  }

  /** All that the queues hold. */
  public record Seen(List<ObservedQueue> queues, List<ObservedPhone> phones) {
    /** Copies the lists. */
    public Seen {
      queues = List.copyOf(queues);
      phones = List.copyOf(phones);
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(QueueLink.class);

  /** What app_queue tells, who hung up, and that Asterisk is up or goes down. */
  private static final String EVENTS = "agent,call,system";

  private static final long ACTION_TIMEOUT_MS = 3_000;
  private static final int CONNECT_TIMEOUT_MS = 2_000;
  private static final long CHECK_MS = 2_000;

  private final AmiAddress address;
  private final Listener listener;
  private final QueueEvents events;
  private final AmiLoop loop;
  private final Semaphore asked = new Semaphore(0);

  /** Makes a link that does nothing until {@link #start}. */
  public QueueLink(PbxId pbx, AmiAddress address, Listener listener) {
    this.address = address;
    this.listener = listener;
    this.events = new QueueEvents(pbx);
    this.loop =
        new AmiLoop(
            address,
            "turno-ami-queues",
            "the queues of " + pbx,
            "figures of its queues are old, calls are not touched",
            Watch::new);
  }

  /** Begins to connect and returns at once. */
  public void start() {
    loop.start();
  }

  /** Asks what the queues hold; the answer comes to the listener. Safe for any thread. */
  public void ask() {
    asked.release();
  }

  /** Logs off. The listener hears nothing more after this returns. */
  @Override
  public void close() {
    loop.close();
  }

  /** One connection. */
  private final class Watch implements AmiLoop.Visit {
    private final QuietConnection connection = new QuietConnection(address, CONNECT_TIMEOUT_MS);
    private volatile boolean lost;
    private boolean loggedIn;
    private QueueReading reading = new QueueReading(events);

    Watch() {
      connection.addEventListener(this::event);
    }

    @Override
    public void login() throws IOException, TimeoutException, AuthenticationFailedException {
      connection.login(EVENTS);
      loggedIn = true;
      asked.drainPermits();
      if (!loop.closed()) {
        listener.connected();
      }
      send(new QueueStatusAction());
    }

    @Override
    public void stay() throws InterruptedException, IOException, TimeoutException {
      while (!lost) {
        if (asked.tryAcquire(CHECK_MS, TimeUnit.MILLISECONDS)) {
          asked.drainPermits();
          if (!lost) {
            send(new QueueStatusAction());
          }
        } else if (!lost) {
          send(new PingAction());
        }
      }
    }

    /** Also keeps Asterisk-Java from reconnecting by itself. */
    @Override
    public void end() {
      if (!loggedIn) {
        return;
      }
      if (!loop.closed()) {
        listener.lost();
      }
      try {
        connection.logoff();
      } catch (IllegalStateException e) {
        LOG.debug("{}: already logged off", address);
      }
    }

    private void send(ManagerAction action) throws IOException, TimeoutException {
      if (connection.sendAction(action, ACTION_TIMEOUT_MS) instanceof ManagerError error) {
        throw new IOException(
            "Asterisk refused " + action.getAction() + " (" + error.getMessage() + ")");
      }
    }

    private void event(ManagerEvent event) {
      if (loop.closed()) {
        return;
      }
      try {
        take(event);
      } catch (QueueEventException e) {
        listener.malformed(String.valueOf(e.getMessage()));
      }
    }

    private void take(ManagerEvent event) throws QueueEventException {
      switch (event) {
        case QueueParamsEvent e -> reading.queue(e);
        case QueueEntryEvent e -> reading.caller(e);
        case QueueMemberStatusEvent e -> events.facts(e).forEach(listener::fact);
        case QueueMemberEvent e -> reading.agent(e);
        case QueueStatusCompleteEvent e -> {
          QueueReading whole = reading;
          reading = new QueueReading(events);
          listener.seen(whole.seen());
        }
        case AgentDumpEvent e ->
            listener.dumped(
                QueueEvents.queue(e.getQueue(), e),
                QueueEvents.call(e.getUniqueId(), e),
                String.valueOf(e.getMemberName()));
        case AgentCompleteEvent e when e.getUniqueId() == null ->
            listener.completed(
                QueueEvents.queue(e.getQueue(), e),
                QueueEvents.agent(e.getInterface(), e),
                QueueEvents.spanMs(e.getHoldTime()),
                QueueEvents.spanMs(e.getTalkTime()),
                QueueEvents.end(e.getReason()));
        case NewChannelEvent e -> listener.hearsCalls();
        case HangupRequestEvent e -> listener.hungUp(QueueEvents.call(e.getUniqueId(), e));
        case SoftHangupRequestEvent e -> listener.hungUp(QueueEvents.call(e.getUniqueId(), e));
        case FullyBootedEvent e -> listener.doubtful();
        case ShutdownEvent e -> LOG.warn("{}: Asterisk is shutting down", address);
        case DisconnectEvent e -> {
          lost = true;
          asked.release();
        }
        default -> events.facts(event).forEach(listener::fact);
      }
    }
  }
}
