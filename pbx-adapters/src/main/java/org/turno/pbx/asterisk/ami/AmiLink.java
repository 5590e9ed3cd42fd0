package org.turno.pbx.asterisk.ami;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.ManagerConnection;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.EventsAction;
import org.asteriskjava.manager.action.FilterAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.PJSipShowEndpointsAction;
import org.asteriskjava.manager.action.PingAction;
import org.asteriskjava.manager.event.DeviceStateChangeEvent;
import org.asteriskjava.manager.event.DisconnectEvent;
import org.asteriskjava.manager.event.EndpointList;
import org.asteriskjava.manager.event.FullyBootedEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.ShutdownEvent;
import org.asteriskjava.manager.response.ManagerError;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turno.acd.plan.PhoneState;

/**
 * Watches the phones of one Asterisk through its manager interface, by Asterisk-Java. Events are
 * filtered at Asterisk, so that its queue in this process cannot fill, and the state of all
 * endpoints is read after each connect.
 *
 * <p>One thread of its own connects and checks for life; Asterisk-Java's threads call the listener.
 */
public final class AmiLink implements AutoCloseable {
  /** Who watches. Called on threads of this link: hand over at once. */
  public interface Listener {
    /** Logged in; the states of all phones follow. */
    void connected();

    /**
     * A phone's state.
     *
     * @param device as the PBX dials it, for example {@code PJSIP/1001}
     */
    void phone(String device, PhoneState state);

    /** Nothing is known of phones until it is connected again. */
    void lost();
  }

  private static final Logger LOG = LoggerFactory.getLogger(AmiLink.class);
  private static final List<String> EVENTS =
      List.of("Event: DeviceStateChange", "Event: FullyBooted", "Event: Shutdown");
  private static final long ACTION_TIMEOUT_MS = 3_000;
  private static final int CONNECT_TIMEOUT_MS = 2_000;
  private static final long CHECK_MS = 2_000;

  private final AmiAddress address;
  private final Listener listener;
  private final AmiLoop loop;

  /** Makes a link that does nothing until {@link #start}. */
  public AmiLink(AmiAddress address, Listener listener) {
    this.address = address;
    this.listener = listener;
    this.loop =
        new AmiLoop(
            address, "turno-ami", "phones", "phones count as UNKNOWN, calls go on", Watch::new);
  }

  /** Begins to connect and returns at once. */
  public void start() {
    loop.start();
  }

  /** Logs off. The listener hears nothing more after this returns. */
  @Override
  public void close() {
    loop.close();
  }

  /** One connection. */
  private final class Watch implements AmiLoop.Visit {
    private final ManagerConnection connection;
    private final CountDownLatch lost = new CountDownLatch(1);
    private @Nullable ManagerConnection loggedIn;

    Watch() {
      connection = new QuietConnection(address, CONNECT_TIMEOUT_MS);
      connection.addEventListener(this::event);
    }

    /** Events stay off until the filters are in place. */
    @Override
    public void login() throws IOException, TimeoutException, AuthenticationFailedException {
      connection.login("off");
      loggedIn = connection;
      for (String filter : EVENTS) {
        send(new FilterAction(filter));
      }
      send(new EventsAction("on"));
      if (!loop.closed()) {
        listener.connected();
      }
      send(new PJSipShowEndpointsAction());
    }

    @Override
    public void stay() throws InterruptedException, IOException, TimeoutException {
      while (!lost.await(CHECK_MS, TimeUnit.MILLISECONDS)) {
        send(new PingAction());
      }
    }

    /** Also keeps Asterisk-Java from reconnecting by itself: its filters would be missing then. */
    @Override
    public void end() {
      if (loggedIn == null) {
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
      switch (event) {
        case DeviceStateChangeEvent change -> phone(change.getDevice(), change.getState());
        case EndpointList endpoint ->
            phone("PJSIP/" + endpoint.getObjectName(), endpoint.getDevicestate());
        case FullyBootedEvent booted -> listAgain();
        case ShutdownEvent shutdown -> LOG.warn("{}: Asterisk is shutting down", address);
        case DisconnectEvent gone -> lost.countDown();
        default -> LOG.trace("{}: {}", address, event.getClass().getSimpleName());
      }
    }

    private void phone(@Nullable String device, @Nullable String state) {
      if (device != null && state != null) {
        listener.phone(device, DeviceStates.phoneState(state));
      }
    }

    /** Without waiting: this is the thread that would bring the answer. */
    private void listAgain() {
      try {
        connection.sendAction(new PJSipShowEndpointsAction(), response -> {});
      } catch (IOException | IllegalStateException e) {
        LOG.debug("{}: cannot list phones: {}", address, e.getClass().getSimpleName());
      }
    }
  }
}
