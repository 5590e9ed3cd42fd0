package org.turno.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turno.acd.engine.AcdCore;
import org.turno.acd.engine.AcdState;
import org.turno.acd.engine.DecisionLoop;
import org.turno.acd.engine.EngineClock;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.Journal;
import org.turno.acd.engine.Sequencer;
import org.turno.acd.engine.SequencerObserver;
import org.turno.acd.input.AdminInput;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.AgentPlan;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PbxPlan;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.Skills;
import org.turno.stats.FiguresObserver;
import org.turno.stats.FiguresTailer;
import org.turno.stats.LiveFigures;
import org.turno.stats.metrics.MetricsSources;
import org.turno.stats.metrics.TurnoMetrics;

/** A server without a token, and a core that cannot take more. */
final class OpenServerTest {
  private static final WebOptions OPTIONS = new WebOptions("127.0.0.1", 0, new AccessPolicy.Open());

  private final Vertx vertx = Vertx.vertx();
  private final AcdCore core = new AcdCore(new AcdState());
  private final Sequencer full = full();
  private final FiguresTailer figures = figures();
  private WebServer server;

  @BeforeEach
  void start() throws InterruptedException, ExecutionException {
    WebParts parts =
        new WebParts(
            figures,
            new TurnoMetrics(new MetricsSources(() -> 1, () -> 1)),
            full,
            full::outlook,
            () -> CompletableFuture.completedFuture(new ReloadResult.Refused(List.of("line 3"))),
            List::of,
            EngineClock.system());
    server = WebServer.start(vertx, OPTIONS, parts).toCompletionStage().toCompletableFuture().get();
  }

  @AfterEach
  void stop() {
    figures.close();
    server.close().toCompletionStage().toCompletableFuture().join();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /** A sequencer that never decides and whose inbox is full. */
  private Sequencer full() {
    Journal journal =
        new Journal() {
          @Override
          public void append(Entry entry) {}

          @Override
          public void close() {}
        };
    DecisionLoop loop = new DecisionLoop(core, journal, effect -> {});
    SequencerObserver nobody =
        new SequencerObserver() {
          @Override
          public void decided(Entry entry, long nanos) {}

          @Override
          public void halted(Throwable why) {}
        };
    Sequencer sequencer = new Sequencer(loop, EngineClock.system(), nobody, 2);
    boolean room = true;
    while (room) {
      room = sequencer.offer(new AdminInput.JournalStarted("full"));
    }
    return sequencer;
  }

  private FiguresTailer figures() {
    PbxId pbx = new PbxId("pbx");
    AgentPlan anna =
        new AgentPlan(new AgentId("anna"), "Anna", new PhoneId(pbx, "1"), Skills.NONE, List.of());
    FloorPlan plan = new FloorPlan(List.of(new PbxPlan(pbx)), List.of(), List.of(), List.of(anna));
    LiveFigures live = new LiveFigures(ZoneOffset.UTC, FiguresObserver.NONE);
    live.apply(core.decide(1, 1_000, new AdminInput.PlanLoaded(plan)));
    return new FiguresTailer(() -> null, live);
  }

  @Test
  void aFullInboxRefusesVisiblyAndSaysWhenToTryAgain() {
    try (Api api = new Api(server.port(), "")) {
      HttpResponse<String> answer = api.post("/api/v1/agents/anna/sign-in", "");
      JsonObject problem = Api.problem(503, answer);
      assertEquals("inbox-full", problem.getString("reason"));
      assertEquals(Optional.of("1"), answer.headers().firstValue("retry-after"));
    }
  }

  @Test
  void figuresThatHaveNotCaughtUpAreNotScrapedAndReadinessSaysWhy() {
    try (Api api = new Api(server.port(), "")) {
      Api.problem(503, api.get("/metrics"));
      String reasons = api.get("/health/ready").body();
      assertTrue(reasons.contains("still reading the journal"), reasons);
      assertTrue(reasons.contains("PBX pbx is not connected"), reasons);
    }
  }

  @Test
  void aReloadThatIsRefusedTellsItsProblems() {
    try (Api api = new Api(server.port(), "")) {
      JsonObject problem = Api.problem(422, api.post("/api/v1/reload", ""));
      assertEquals("[\"line 3\"]", problem.getJsonArray("problems").encode());
    }
  }

  @Test
  void aNameThatWasReboundToLoopbackGetsNoAnswer() throws IOException {
    assertEquals(200, status("localhost:" + server.port()));
    assertEquals(403, status("evil.example:" + server.port()));
  }

  /** With a Host header of one's own, as a browser sends it for another name. */
  private int status(String host) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      OutputStream out = socket.getOutputStream();
      String request =
          "GET /api/v1/queues HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Integer.parseInt(answer.substring(9, 12));
    }
  }

  @Test
  void aServerWithoutATokenListensOnLoopbackOnly() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> new WebOptions("0.0.0.0", 8080, new AccessPolicy.Open()));
    assertTrue(String.valueOf(refused.getMessage()).contains("set an API token"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new AccessPolicy.Credentials(Optional.empty(), new TreeMap<>()));
  }

  @Test
  void aPortThatIsTakenIsToldWithTheRemedy() {
    WebOptions taken = new WebOptions("127.0.0.1", server.port(), new AccessPolicy.Open());
    WebParts parts =
        new WebParts(
            figures,
            new TurnoMetrics(new MetricsSources(() -> 1, () -> 1)),
            full,
            full::outlook,
            () -> CompletableFuture.completedFuture(new ReloadResult.Refused(List.of())),
            List::of,
            EngineClock.system());
    ExecutionException refused =
        assertThrows(
            ExecutionException.class,
            () ->
                WebServer.start(vertx, taken, parts)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get());
    assertTrue(String.valueOf(refused.getMessage()).contains("choose another port"));
  }
}
