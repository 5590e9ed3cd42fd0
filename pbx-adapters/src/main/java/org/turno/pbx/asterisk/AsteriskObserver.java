package org.turno.pbx.asterisk;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turno.acd.engine.InputSink;
import org.turno.acd.input.ObservedInput;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.ObservedEnd;
import org.turno.acd.plan.PbxId;
import org.turno.pbx.ObserverFigures;
import org.turno.pbx.QueueObserver;
import org.turno.pbx.asterisk.ami.AmiAddress;
import org.turno.pbx.asterisk.ami.QueueLink;
import org.turno.pbx.link.RateLimitedLog;
import org.turno.pbx.observe.Onlooker;

/**
 * Looks at the queues that one Asterisk has of its own, by its manager interface. What it told is
 * held against what Asterisk holds every half minute, which also finds queues that a reload brought
 * or took. All work is done on one Vert.x context.
 */
public final class AsteriskObserver implements QueueObserver {
  private static final Logger LOG = LoggerFactory.getLogger(AsteriskObserver.class);
  private static final long CLOSE_TIMEOUT_MS = 3_000;

  private final Vertx vertx;
  private final Context context;
  private final PbxId pbx;
  private final Times times;
  private final Onlooker onlooker;
  private final QueueLink link;
  private final RateLimitedLog strange = new RateLimitedLog(LOG);
  private long auditTimer = -1;
  private boolean asking;

  /**
   * How often Asterisk is asked, in milliseconds.
   *
   * @param auditMs without a reason
   * @param soonMs after something was doubtful
   */
  public record Times(long auditMs, long soonMs) {
    /** Half a minute, two seconds. */
    public static final Times DEFAULT = new Times(30_000, 2_000);
  }

  /**
   * Makes an observer that does nothing until it is started.
   *
   * @param watched which queues are looked at, by Asterisk's names; asked on the observer's context
   */
  public AsteriskObserver(
      Vertx vertx, PbxId pbx, AmiAddress address, Predicate<String> watched, Times times) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.pbx = pbx;
    this.times = times;
    this.onlooker = new Onlooker(pbx, watched, this::askSoon);
    this.link = new QueueLink(pbx, address, new Events());
  }

  @Override
  public PbxId id() {
    return pbx;
  }

  @Override
  public ObserverFigures figures() {
    return onlooker.figures();
  }

  @Override
  public void start(InputSink sink) {
    context.runOnContext(
        go -> {
          onlooker.open(sink);
          auditTimer = vertx.setPeriodic(times.auditMs(), id -> audit());
          link.start();
        });
  }

  @Override
  public void close() {
    link.close();
    CountDownLatch done = new CountDownLatch(1);
    context.runOnContext(
        go -> {
          vertx.cancelTimer(auditTimer);
          onlooker.close();
          done.countDown();
        });
    if (Context.isOnEventLoopThread()) {
      return;
    }
    try {
      if (!done.await(CLOSE_TIMEOUT_MS, TimeUnit.MILLISECONDS)) {
        LOG.warn("{}: still closing after {} ms", pbx, CLOSE_TIMEOUT_MS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void audit() {
    onlooker.settle();
    link.ask();
  }

  /** One question at a time, however many things are doubtful. */
  private void askSoon() {
    if (!asking) {
      asking = true;
      vertx.setTimer(
          times.soonMs(),
          id -> {
            asking = false;
            link.ask();
          });
    }
  }

  private void after() {
    if (onlooker.owes()) {
      askSoon();
    }
  }

  private final class Events implements QueueLink.Listener {
    private void on(Runnable what) {
      context.runOnContext(
          go -> {
            what.run();
            after();
          });
    }

    @Override
    public void connected() {
      on(onlooker::connected);
    }

    @Override
    public void fact(ObservedInput fact) {
      on(() -> onlooker.fact(fact));
    }

    @Override
    public void dumped(String queue, LegId call, String name) {
      on(() -> onlooker.dumped(queue, call, name));
    }

    @Override
    public void completed(String queue, String agent, long waitMs, long talkMs, ObservedEnd by) {
      on(() -> onlooker.completed(queue, agent, waitMs, talkMs, by));
    }

    @Override
    public void hearsCalls() {
      on(onlooker::hearsCalls);
    }

    @Override
    public void hungUp(LegId call) {
      on(() -> onlooker.hungUp(call));
    }

    @Override
    public void seen(QueueLink.Seen seen) {
      on(() -> onlooker.seen(seen.queues(), seen.phones()));
    }

    @Override
    public void doubtful() {
      on(AsteriskObserver.this::askSoon);
    }

    @Override
    public void malformed(String why) {
      on(
          () -> {
            onlooker.malformed();
            strange.warn(pbx + ": unreadable event of a queue: " + why);
          });
    }

    @Override
    public void lost() {
      on(() -> onlooker.lost("connection lost"));
    }
  }
}
