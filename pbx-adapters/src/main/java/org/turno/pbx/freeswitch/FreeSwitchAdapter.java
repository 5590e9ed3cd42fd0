package org.turno.pbx.freeswitch;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turno.acd.effect.Effect;
import org.turno.acd.engine.InputSink;
import org.turno.acd.input.EffectReport;
import org.turno.acd.input.PbxInput;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PhoneId;
import org.turno.pbx.CustomerMarks;
import org.turno.pbx.LinkCount;
import org.turno.pbx.OutsideCalls;
import org.turno.pbx.PbxAdapter;
import org.turno.pbx.freeswitch.esl.EslEvent;
import org.turno.pbx.freeswitch.esl.EslFormatException;
import org.turno.pbx.freeswitch.esl.EslLink;
import org.turno.pbx.link.Awaited;
import org.turno.pbx.link.Intake;
import org.turno.pbx.link.LinkDownException;
import org.turno.pbx.link.Phones;
import org.turno.pbx.link.RateLimitedLog;
import org.turno.pbx.link.Refused;
import org.turno.pbx.link.Teller;

/**
 * One FreeSWITCH behind the port, over one connection to its event socket. All work is done on one
 * Vert.x context; {@link #execute} and {@link #figures} are safe for any thread.
 */
public final class FreeSwitchAdapter implements PbxAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(FreeSwitchAdapter.class);
  private static final long ROOM_CHECK_MS = 50;
  private static final long NEWS_MS = 1_000;
  private static final long CLOSE_TIMEOUT_MS = 3_000;

  /**
   * What is asked for: of calls only those that Turno or its dialplan marked, except for their
   * state, by which phones are told busy; keys of none until a leg is listened to.
   */
  private static final List<String> EVENTS =
      List.of(
          "event plain CHANNEL_PARK CHANNEL_UNPARK CHANNEL_ORIGINATE CHANNEL_PROGRESS"
              + " CHANNEL_PROGRESS_MEDIA CHANNEL_ANSWER CHANNEL_BRIDGE CHANNEL_UNBRIDGE"
              + " CHANNEL_HANGUP CHANNEL_EXECUTE_COMPLETE CHANNEL_CALLSTATE DTMF BACKGROUND_JOB"
              + " CUSTOM sofia::register sofia::unregister sofia::expire",
          "filter variable_turno_on yes",
          "filter Event-Name CHANNEL_CALLSTATE",
          "filter Event-Name BACKGROUND_JOB",
          "filter Event-Name CUSTOM");

  private final Vertx vertx;
  private final Context context;
  private final FreeSwitchOptions options;
  private final Counters counters = new Counters();
  private final RateLimitedLog strange = new RateLimitedLog(LOG);
  private final EslLink link;
  private final Legs legs = new Legs();
  private final Intake intake;
  private final Translator translator;
  private final Phones phones;
  private final PhoneWatch phoneWatch;
  private final DeadMan deadMan;
  private final Awaited awaited;
  private final Voice voice;
  private final Effects effects;
  private final InventoryTaker inventories;
  private final Teller teller = new Teller();
  private boolean ready;
  private boolean taking;
  private boolean closed;
  private long newsTimer = -1;

  /**
   * Makes an adapter that does nothing until it is started.
   *
   * @param agentPhones which addresses are agents' phones; asked for each change of a phone, on the
   *     adapter's context
   * @param customers makes marks of what a dialplan says of customers
   * @param outside how people are called back
   */
  public FreeSwitchAdapter(
      Vertx vertx,
      FreeSwitchOptions options,
      Predicate<PhoneId> agentPhones,
      CustomerMarks customers,
      OutsideCalls outside) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.options = options;
    link = new EslLink(vertx, options.esl(), options.times(), EVENTS, new CallEvents());
    intake = new Intake(counters.factsRefused, this::full);
    translator = new Translator(options.id(), legs, intake::fact, strange::warn, customers);
    phones = new Phones(options.id(), agentPhones, this::mayTellPhones, intake::fact);
    phoneWatch = new PhoneWatch(phones);
    deadMan = new DeadMan(link, legs, options.deadManSeconds(), () -> ready && intake.deciding());
    awaited = new Awaited(vertx, options.times().requestTimeoutMs());
    voice = new Voice(link, legs);
    Rings rings = new Rings(options, link, legs, awaited, outside, intake::fact);
    effects = new Effects(link, legs, awaited, deadMan, voice, rings);
    inventories = new InventoryTaker(vertx, link, customers);
  }

  @Override
  public PbxId id() {
    return options.id();
  }

  /** What was counted so far. Safe for any thread. */
  public FreeSwitchFigures figures() {
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
  }

  @Override
  public void execute(Effect effect) {
    long handedOverNanos = System.nanoTime();
    context.runOnContext(go -> begin(effect, handedOverNanos));
  }

  @Override
  public void close() {
    CountDownLatch done = new CountDownLatch(1);
    context.runOnContext(
        go -> {
          closed = true;
          intake.close();
          deadMan.stop(vertx);
          vertx.cancelTimer(newsTimer);
          awaited.giveUp();
          counters.connected = false;
          deadMan.takeNoMore().transform(told -> link.close()).onComplete(end -> done.countDown());
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
          failed(effect, EffectReport.Failure.LINK_DOWN, "no link to FreeSWITCH when asked for"),
          handedOverNanos);
      return;
    }
    run(effect)
        .onSuccess(ok -> report(new EffectReport.Done(options.id(), effect.id()), handedOverNanos))
        .onFailure(e -> report(failed(effect, e), handedOverNanos));
  }

  private Future<Void> run(Effect effect) {
    try {
      return effects.run(effect);
    } catch (IllegalArgumentException e) {
      return Future.failedFuture(
          new Refused(EffectReport.Failure.REFUSED, String.valueOf(e.getMessage())));
    }
  }

  private EffectReport failed(Effect effect, Throwable e) {
    return switch (e) {
      case Refused refused -> failed(effect, refused.failure, refused.detail());
      case LinkDownException down ->
          failed(effect, EffectReport.Failure.LINK_DOWN, String.valueOf(down.getMessage()));
      case IllegalArgumentException wrong ->
          failed(effect, EffectReport.Failure.REFUSED, String.valueOf(wrong.getMessage()));
      default -> {
        LOG.error("{}: effect {}", options.id(), effect.id(), e);
        yield failed(effect, EffectReport.Failure.REFUSED, e.getClass().getSimpleName());
      }
    };
  }

  private EffectReport failed(Effect effect, EffectReport.Failure failure, String detail) {
    return new EffectReport.Failed(options.id(), effect.id(), failure, detail);
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

  /** Reads what FreeSWITCH holds; what comes meanwhile is told after it. */
  private void takeInventory(boolean afterConnect) {
    teller.hold();
    taking = true;
    inventories
        .take()
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
    phoneWatch.replaceBy(found.registrations(), found.calls());
    PbxInput.Inventory inventory =
        new PbxInput.Inventory(
            options.id(), found.version(), found.legs(), found.bridges(), phones.snapshot());
    if (!intake.inventory(inventory)) {
      return;
    }
    (afterConnect ? counters.connects : counters.resyncs).increment();
    link.proven();
    voice.soundsFolder(found.sounds());
    legs.replaceBy(found.channels());
    ready = true;
    counters.connected = true;
    deadMan.takeCallers();
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

  private final class CallEvents implements EslLink.Listener {
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
      counters.connected = false;
      counters.linkLosses.increment();
      awaited.giveUp();
      teller.release();
      intake.must(new PbxInput.LinkDown(options.id(), reason));
    }

    @Override
    public void event(EslEvent event) {
      effects.observe(event);
      phoneWatch.observe(event);
      teller.tell(() -> translator.translate(event));
    }

    @Override
    public void malformed(EslFormatException why) {
      counters.malformed.increment();
      strange.warn(options.id() + ": unreadable message: " + why.getMessage());
    }
  }
}
