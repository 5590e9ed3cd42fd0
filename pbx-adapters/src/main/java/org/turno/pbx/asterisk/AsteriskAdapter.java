package org.turno.pbx.asterisk;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turno.acd.effect.Effect;
import org.turno.acd.engine.InputSink;
import org.turno.acd.input.EffectReport;
import org.turno.acd.input.PbxInput;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.PhoneState;
import org.turno.pbx.CustomerMarks;
import org.turno.pbx.LinkCount;
import org.turno.pbx.OutsideCalls;
import org.turno.pbx.PbxAdapter;
import org.turno.pbx.asterisk.ami.AmiLink;
import org.turno.pbx.asterisk.ari.AriChannel;
import org.turno.pbx.asterisk.ari.AriEvent;
import org.turno.pbx.asterisk.ari.AriFormatException;
import org.turno.pbx.asterisk.ari.AriLink;
import org.turno.pbx.asterisk.ari.AriParser;
import org.turno.pbx.asterisk.ari.AriRequests;
import org.turno.pbx.link.Intake;
import org.turno.pbx.link.LinkDownException;
import org.turno.pbx.link.Outside;
import org.turno.pbx.link.Phones;
import org.turno.pbx.link.RateLimitedLog;
import org.turno.pbx.link.Refused;
import org.turno.pbx.link.Teller;

/**
 * One Asterisk behind the port. Calls go by ARI, over one WebSocket; phones are watched by AMI, and
 * calls go on without it. All work is done on one Vert.x context; {@link #execute} and {@link
 * #figures} are safe for any thread.
 */
public final class AsteriskAdapter implements PbxAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(AsteriskAdapter.class);
  private static final long ROOM_CHECK_MS = 50;
  private static final long NEWS_MS = 1_000;
  private static final long CLOSE_TIMEOUT_MS = 3_000;

  private final Vertx vertx;
  private final Context context;
  private final AsteriskOptions options;
  private final Counters counters = new Counters();
  private final RateLimitedLog strange = new RateLimitedLog(LOG);
  private final AriParser parser;
  private final AriRequests ari;
  private final AriLink link;
  private final Legs legs = new Legs();
  private final Intake intake;
  private final Translator translator;
  private final Phones phones;
  private final DeadMan deadMan;
  private final Waits waits;
  private final Announcements announcements;
  private final Listeners listeners;
  private final Effects effects;
  private final InventoryTaker inventories;
  private final @Nullable AmiLink ami;
  private final Teller teller = new Teller();
  private boolean ready;
  private boolean taking;
  private boolean closed;
  private long newsTimer = -1;

  /**
   * Makes an adapter that does nothing until it is started.
   *
   * @param agentPhones which devices are agents' phones; asked for each change of a device, on the
   *     adapter's context
   * @param customers makes marks of what a dialplan says of customers
   * @param outside how people are called back
   */
  public AsteriskAdapter(
      Vertx vertx,
      AsteriskOptions options,
      Predicate<PhoneId> agentPhones,
      CustomerMarks customers,
      OutsideCalls outside) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.options = options;
    String application = options.ari().application();
    parser = new AriParser(application);
    ari = new AriRequests(application);
    link = new AriLink(vertx, options.ari(), options.times(), new CallEvents());
    intake = new Intake(counters.factsRefused, this::full);
    translator =
        new Translator(options.id(), legs, intake::fact, this::stray, strange::warn, customers);
    phones = new Phones(options.id(), agentPhones, this::mayTellPhones, intake::fact);
    deadMan = new DeadMan(link, ari, legs, options.deadManSeconds(), intake::deciding);
    waits = new Waits(vertx, options.times().requestTimeoutMs());
    announcements =
        new Announcements(link, ari, legs, waits, text -> strange.warn(options.id() + ": " + text));
    listeners = new Listeners(link, ari, legs, waits);
    effects =
        new Effects(
            link,
            ari,
            legs,
            waits,
            deadMan,
            announcements,
            new CallingBack(options.id(), link, ari, outside, intake::fact),
            listeners);
    inventories = new InventoryTaker(link, ari, parser, customers);
    ami = options.ami() == null ? null : new AmiLink(options.ami(), new PhoneEvents());
  }

  @Override
  public PbxId id() {
    return options.id();
  }

  /** What was counted so far. Safe for any thread. */
  public AsteriskFigures figures() {
    return counters.figures();
  }

  @Override
  public List<LinkCount> counts() {
    return counters.figures().counts();
  }

  @Override
  public void start(InputSink sink) {
    context.runOnContext(
        go -> {
          intake.open(sink);
          link.start();
          deadMan.start(vertx);
          newsTimer = vertx.setPeriodic(NEWS_MS, id -> phones.tellNews());
        });
    if (ami != null) {
      ami.start();
    }
  }

  @Override
  public void execute(Effect effect) {
    long handedOverNanos = System.nanoTime();
    context.runOnContext(go -> begin(effect, handedOverNanos));
  }

  @Override
  public void close() {
    if (ami != null) {
      ami.close();
    }
    CountDownLatch done = new CountDownLatch(1);
    context.runOnContext(
        go -> {
          closed = true;
          intake.close();
          deadMan.stop(vertx);
          vertx.cancelTimer(newsTimer);
          waits.giveUp();
          counters.ariConnected = false;
          counters.amiConnected = false;
          link.close().onComplete(end -> done.countDown());
        });
    if (Context.isOnEventLoopThread()) {
      return;
    }
    try {
      if (!done.await(CLOSE_TIMEOUT_MS, TimeUnit.MILLISECONDS)) {
        LOG.warn("{}: still closing after {} ms", options.id(), CLOSE_TIMEOUT_MS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void begin(Effect effect, long handedOverNanos) {
    if (!ready) {
      report(
          new EffectReport.Failed(
              options.id(),
              effect.id(),
              EffectReport.Failure.LINK_DOWN,
              "no link to Asterisk when it was asked for"),
          handedOverNanos);
      return;
    }
    effects
        .run(effect)
        .onSuccess(ok -> report(new EffectReport.Done(options.id(), effect.id()), handedOverNanos))
        .onFailure(e -> report(failed(effect, e), handedOverNanos));
  }

  private EffectReport failed(Effect effect, Throwable e) {
    return switch (e) {
      case Refused refused ->
          new EffectReport.Failed(options.id(), effect.id(), refused.failure, refused.detail());
      case LinkDownException down ->
          new EffectReport.Failed(
              options.id(),
              effect.id(),
              EffectReport.Failure.LINK_DOWN,
              String.valueOf(down.getMessage()));
      default -> {
        LOG.error("{}: effect {}", options.id(), effect.id(), e);
        yield new EffectReport.Failed(
            options.id(), effect.id(), EffectReport.Failure.REFUSED, e.getClass().getSimpleName());
      }
    };
  }

  private void report(EffectReport report, long handedOverNanos) {
    long nanos = System.nanoTime() - handedOverNanos;
    counters.effects.increment();
    counters.effectNanosSum.add(nanos);
    counters.effectNanosMax.accumulate(nanos);
    if (report instanceof EffectReport.Failed failed) {
      counters.effectsFailed.increment();
      LOG.debug("{}: {}: {}", options.id(), failed.failure(), failed.detail());
    }
    if (ready) {
      teller.tell(() -> intake.must(report));
    } else {
      intake.must(report);
    }
  }

  /** Reads what Asterisk holds; what comes meanwhile is told after it. */
  private void takeInventory(boolean afterConnect) {
    teller.hold();
    taking = true;
    inventories
        .take(afterConnect)
        .onComplete(done -> taking = false)
        .onSuccess(found -> submit(found, afterConnect))
        .onFailure(
            e -> {
              if (!(e instanceof LinkDownException)) {
                counters.malformed.increment();
                link.reset("no inventory: " + e.getMessage());
              }
            });
  }

  private void submit(InventoryTaker.Found found, boolean afterConnect) {
    if (closed) {
      return;
    }
    PbxInput.Inventory inventory =
        new PbxInput.Inventory(
            options.id(), found.version(), found.legs(), found.bridges(), phones.snapshot());
    if (!intake.inventory(inventory)) {
      return;
    }
    (afterConnect ? counters.connects : counters.resyncs).increment();
    link.proven();
    legs.replaceBy(found.channels());
    listeners.sweep(found.channels());
    ready = true;
    counters.ariConnected = true;
    for (AriChannel channel : found.channels()) {
      if (channel.inApp() && channel.appArgs().isEmpty()) {
        stray(new LegId(channel.id()));
      }
    }
    teller.release();
  }

  /** The core has no room: stop reading, and start afresh when it has. */
  private void full() {
    LOG.warn("{}: the core takes nothing at the moment; reading stops", options.id());
    link.pause();
    vertx.setTimer(ROOM_CHECK_MS, id -> checkRoom());
  }

  private void checkRoom() {
    if (closed) {
      return;
    }
    if (!intake.retry()) {
      vertx.setTimer(ROOM_CHECK_MS, id -> checkRoom());
      return;
    }
    link.resume();
    if (link.isOpen() && !taking) {
      takeInventory(!ready);
    }
  }

  private boolean mayTellPhones() {
    return ready && !teller.holding();
  }

  /**
   * The dialplan gave no line: back to it, to the priority that follows when Turno is not there.
   */
  private void stray(LegId leg) {
    counters.strayCalls.increment();
    strange.warn(
        options.id()
            + ": a call came without a line; write Stasis("
            + options.ari().application()
            + ",LINE) in the dialplan");
    effects
        .giveBack(leg)
        .onFailure(e -> LOG.debug("{}: giving back {}: {}", options.id(), leg, e.toString()));
  }

  private final class CallEvents implements AriLink.Listener {
    @Override
    public void opened() {
      takeInventory(true);
    }

    @Override
    public void closed(String reason) {
      if (!ready) {
        teller.discard(); // facts that no inventory preceded
      }
      ready = false;
      counters.ariConnected = false;
      counters.linkLosses.increment();
      waits.giveUp();
      teller.release();
      intake.must(new PbxInput.LinkDown(options.id(), reason));
    }

    @Override
    public void event(JsonNode json) {
      try {
        AriEvent event = parser.event(json);
        if (event instanceof AriEvent.Other other) {
          counters.unknownEvents.increment();
          strange.warn(options.id() + ": unknown event " + Outside.word(other.type()));
          return;
        }
        waits.observe(event);
        announcements.observe(event);
        listeners.observe(event);
        teller.tell(() -> translator.translate(event));
      } catch (AriFormatException e) {
        malformed(e);
      }
    }

    @Override
    public void malformed(AriFormatException why) {
      counters.malformed.increment();
      strange.warn(options.id() + ": unreadable message: " + why.getMessage());
    }
  }

  private final class PhoneEvents implements AmiLink.Listener {
    @Override
    public void connected() {
      context.runOnContext(go -> counters.amiConnected = true);
    }

    @Override
    public void phone(String device, PhoneState state) {
      context.runOnContext(go -> phones.changed(device, state));
    }

    @Override
    public void lost() {
      context.runOnContext(
          go -> {
            counters.amiConnected = false;
            phones.forget();
          });
    }
  }
}
