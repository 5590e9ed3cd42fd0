package org.turno.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turno.server.app.Site;
import org.turno.server.app.TurnoServer;

/** What programs ask a running Turno and what they are told. */
final class ApiTest {
  @TempDir private Path folder;
  private Site site;
  private TurnoServer turno;
  private Api api;

  @BeforeEach
  void start() throws IOException {
    site = new Site(folder);
    site.edit(
        "  '012': {queue: general}",
        "  '012': {queue: general}\n  '016': {queue: general, protected: true}");
    turno = site.start();
    Site.awaitConnected(turno);
    api = new Api(turno.port(), "Bearer " + Site.TOKEN);
  }

  @AfterEach
  void stop() {
    api.close();
    turno.close();
    site.close();
  }

  private static JsonObject only(JsonObject answer, String rows) {
    JsonArray array = answer.getJsonArray(rows);
    assertEquals(1, array.size(), rows);
    return array.getJsonObject(0);
  }

  @Test
  void queuesTellWhoWaitsAndByWhichFormulas() {
    site.call("012");
    Site.await(turno, "the call", figures -> figures.totals().waiting() == 1);
    JsonObject answer = api.json("/api/v1/queues");
    JsonObject queue = only(answer, "queues");
    assertEquals("general", queue.getString("id"));
    assertEquals(1, queue.getInteger("waiting"));
    assertEquals(1, queue.getInteger("offered"));
    assertEquals(20_000, queue.getInteger("targetMs"));
    assertEquals(
        answer.getLong("nowMs") - queue.getLong("oldestArrivedMs"), queue.getLong("longestWaitMs"));
    assertEquals(0.0, queue.getDouble("serviceLevelOffered"));
    assertTrue(queue.containsKey("asaMs") && queue.getValue("asaMs") == null, "nobody answered");
    assertEquals(
        "answered within T / (offered - short abandons)",
        answer.getJsonObject("formulas").getString("serviceLevelOffered"));
    assertEquals(turno.figures().current().seq(), answer.getLong("seq"));
    assertTrue(only(answer, "pbxs").getBoolean("connected"));
  }

  @Test
  void contactsTellPlaceAndWaitAndOfAProtectedLineNoMore() {
    site.call("012");
    Site.await(turno, "the call", figures -> figures.totals().waiting() == 1);
    site.call("016");
    Site.await(turno, "both calls", figures -> figures.totals().waiting() == 2);
    JsonArray contacts = api.json("/api/v1/contacts").getJsonArray("contacts");
    JsonObject open = contacts.getJsonObject(0);
    assertEquals("012", open.getString("line"));
    assertEquals("waiting", open.getString("state"));
    assertEquals(1, open.getInteger("position"));
    JsonObject closed = contacts.getJsonObject(1);
    assertTrue(closed.getBoolean("protected"));
    assertEquals("general", closed.getString("queue"));
    assertNotNull(closed.getLong("waitMs"));
    for (String hidden : new String[] {"line", "priority", "state", "agent", "position"}) {
      assertFalse(closed.containsKey(hidden), hidden);
    }
  }

  @Test
  void noAnswerHoldsTheCallersNumber() {
    site.call("012");
    site.call("016");
    Site.await(turno, "the calls", figures -> figures.totals().waiting() == 2);
    for (String path :
        new String[] {"/api/v1/queues", "/api/v1/agents", "/api/v1/contacts", "/metrics"}) {
      assertFalse(api.get(path).body().contains("600000000"), path);
    }
  }

  @Test
  void anAgentSignsInAndTheAnswerNamesTheEntryThatHoldsIt() {
    HttpResponse<String> done = api.post("/api/v1/agents/anna/sign-in", "");
    assertEquals(200, done.statusCode(), done.body());
    long seq = new JsonObject(done.body()).getLong("seq");
    Site.await(turno, "the entry", figures -> figures.seq() >= seq);
    JsonObject anna = only(api.json("/api/v1/agents"), "agents");
    assertEquals("available", anna.getString("state"));
    assertNotNull(anna.getLong("sinceMs"));
  }

  @Test
  void aCommandThatChangesNothingIsRefusedWithTheReason() {
    JsonObject problem = Api.problem(409, api.post("/api/v1/agents/anna/end-wrap-up", ""));
    assertEquals("not-now", problem.getString("reason"));
    assertTrue(problem.getString("detail").contains("wrap-up"), problem.encode());
  }

  @Test
  void aPauseNeedsItsReason() {
    api.post("/api/v1/agents/anna/sign-in", "");
    for (String body : new String[] {"", "{}", "[]", "no json", "{\"reason\": \"  \"}"}) {
      JsonObject problem = Api.problem(400, api.post("/api/v1/agents/anna/pause", body));
      assertTrue(problem.getString("detail").contains("\"reason\""), body);
    }
    HttpResponse<String> paused =
        api.post("/api/v1/agents/anna/pause", "{\"reason\": \"formación\"}");
    assertEquals(200, paused.statusCode(), paused.body());
    Site.await(turno, "the pause", f -> "formación".equals(f.agents().getFirst().pause()));
  }

  @Test
  void aSupervisorGivesPrioritiesMovesAndWithdrawsWhoWaits() {
    site.call("012");
    Site.await(turno, "the first call", figures -> figures.totals().waiting() == 1);
    site.call("012");
    Site.await(turno, "both calls", figures -> figures.totals().waiting() == 2);
    JsonArray contacts = api.json("/api/v1/contacts").getJsonArray("contacts");
    String first = "/api/v1/contacts/" + contacts.getJsonObject(0).getString("id");
    String second = "/api/v1/contacts/" + contacts.getJsonObject(1).getString("id");

    HttpResponse<String> raised =
        api.post(second + "/priority", "{\"priority\": 7, \"by\": \"eva\"}");
    HttpResponse<String> alone = api.post(second + "/move", "{\"position\": 1, \"by\": \"eva\"}");
    HttpResponse<String> nameless = api.post(first + "/priority", "{\"priority\": 7}");
    HttpResponse<String> sent =
        api.post(
            first + "/withdraw", "{\"context\": \"c\", \"extension\": \"e\", \"by\": \"eva\"}");

    assertEquals(200, raised.statusCode(), raised.body());
    assertEquals("not-now", Api.problem(409, alone).getString("reason"), "nobody has its priority");
    assertTrue(Api.problem(400, nameless).getString("detail").contains("\"by\""), nameless.body());
    assertEquals(200, sent.statusCode(), sent.body());
    Site.await(turno, "the withdrawal", figures -> figures.totals().waiting() == 1);
    Api.problem(404, api.post(first + "/priority", "{\"priority\": 1, \"by\": \"eva\"}"));
  }

  @Test
  void unknownAgentsCommandsAndAddressesAreToldWhatThereIs() {
    assertTrue(
        Api.problem(404, api.post("/api/v1/agents/nobody/ready", ""))
            .getString("detail")
            .contains("/api/v1/agents"));
    assertTrue(
        Api.problem(404, api.post("/api/v1/agents/anna/dance", ""))
            .getString("detail")
            .contains("sign-in"));
    Api.problem(404, api.get("/api/v1/nothing"));
    Api.problem(404, api.get("/js/../../org/turno/server/web/WebServer.class"));
    Api.problem(404, api.get("/lib/lit/%2e%2e/%2e%2e/secret.js"));
    Api.problem(405, api.post("/api/v1/queues", ""));
    Api.problem(413, api.post("/api/v1/agents/anna/pause", "x".repeat(10_000)));
  }

  @Test
  void whoShowsNothingOrTheWrongTokenIsToldWhatToShow() throws IOException {
    String wrong =
        "Basic " + Base64.getEncoder().encodeToString("a:b".getBytes(StandardCharsets.UTF_8));
    for (String shown : new String[] {"", "Bearer wrong", wrong, "Basic !!", "Bearer "}) {
      try (Api stranger = new Api(turno.port(), shown)) {
        for (String path : new String[] {"/api/v1/queues", "/api/v1/contacts", "/metrics"}) {
          JsonObject problem = Api.problem(401, stranger.get(path));
          assertTrue(problem.getString("detail").contains("Bearer"), path);
        }
        Api.problem(401, stranger.post("/api/v1/agents/anna/sign-in", ""));
        Api.problem(401, stranger.post("/api/v1/reload", ""));
        assertEquals(200, stranger.get("/health/live").statusCode());
        assertEquals(200, stranger.get("/").statusCode(), "the page itself is public");
      }
    }
  }

  @Test
  void aPageOfAnotherSiteCannotCommand() {
    String[] headers = {"Origin", "http://evil.example"};
    Api.problem(403, api.post("/api/v1/agents/anna/sign-in", "", headers));
    assertEquals("signed_out", only(api.json("/api/v1/agents"), "agents").getString("state"));
    String own = "http://127.0.0.1:" + turno.port();
    HttpResponse<String> done = api.post("/api/v1/agents/anna/sign-in", "", "Origin", own);
    assertEquals(200, done.statusCode(), done.body());
  }

  @Test
  void readinessSaysInWordsWhatIsMissing() {
    assertTrue(api.json("/health/ready").getBoolean("ready"));
    assertTrue(api.json("/health/live").getBoolean("live"));
    turno.finish();
    HttpResponse<String> after = api.get("/health/ready");
    assertEquals(503, after.statusCode());
    JsonObject answer = new JsonObject(after.body());
    assertFalse(answer.getBoolean("ready"));
    assertTrue(answer.getJsonArray("reasons").encode().contains("not deciding"), answer.encode());
  }

  @Test
  void metricsCountWhatTheApiTells() {
    site.call("012");
    Site.await(turno, "the call", figures -> figures.totals().waiting() == 1);
    HttpResponse<String> answer = api.get("/metrics");
    assertTrue(answer.headers().firstValue("content-type").orElse("").startsWith("text/plain"));
    assertTrue(answer.body().contains("acd_queue_waiting{queue=\"general\",} 1.0"), answer.body());
    assertTrue(answer.body().contains("acd_pbx_connected{pbx=\"sim\",} 1.0"));
    assertFalse(answer.body().contains("acd_routing_decision_seconds_count 0.0"), "it is timed");
  }

  @Test
  void thePageItsModulesAndTheLibraryComeUnderAStrictPolicy() {
    HttpResponse<String> page = api.get("/");
    assertEquals("text/html; charset=utf-8", page.headers().firstValue("content-type").orElse(""));
    String policy = page.headers().firstValue("content-security-policy").orElse("");
    assertFalse(policy.contains("unsafe"), policy);
    assertTrue(policy.contains("frame-ancestors 'none'"), policy);
    for (String path :
        new String[] {"/js/main.js", "/lib/lit/index.js", "/lib/lit-html/lit-html.js"}) {
      HttpResponse<String> file = api.get(path);
      assertEquals(200, file.statusCode(), path);
      assertTrue(file.headers().firstValue("content-type").orElse("").contains("javascript"), path);
      String etag = file.headers().firstValue("etag").orElseThrow();
      assertEquals(304, api.get(path, "If-None-Match", etag).statusCode(), path);
    }
  }
}
