package org.turno.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.turno.acd.plan.ListenMode;
import org.turno.server.app.Site;
import org.turno.server.app.TurnoServer;

/** Supervisors who ask over HTTP to take part in conversations. */
final class ListeningApiTest {
  private static final String BY_EVA = "{\"mode\": \"listen\", \"by\": \"eva\"}";

  @TempDir private Path folder;
  private Site site;
  private TurnoServer turno;
  private Api program;

  @BeforeEach
  void start() throws IOException {
    site = new Site(folder);
    site.edit("offer_timeout: 15s", "offer_timeout: 15s, wrap_up_limit: 0s");
    site.edit(
        "http: {port: 0, token_env: TOKEN}",
        "http: {port: 0, token_env: TOKEN, users: {eva: {password_env: SECRET},"
            + " anna: {password_env: SECRET}}}");
    site.edit(
        "agents:", "supervisors:\n  eva: {phone: PJSIP/1002, may: [listen, whisper]}\nagents:");
    turno = site.start();
    Site.awaitConnected(turno);
    program = new Api(turno.port(), "Bearer " + Site.TOKEN);
  }

  @AfterEach
  void stop() {
    program.close();
    turno.close();
    site.close();
  }

  private String talk() {
    Site.signIn(turno, "anna");
    site.call("012");
    return Site.contacts(
            Site.await(turno, "a conversation", figures -> figures.totals().talking() == 1))
        .getFirst();
  }

  private Api user(String name) {
    String pair = name + ":1234";
    return new Api(
        turno.port(),
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aSupervisorListensWhispersAndLeavesAndEverybodySeesIt() {
    String path = "/api/v1/contacts/" + talk();
    assertEquals(200, program.post(path + "/listen", BY_EVA).statusCode());
    await(ListenMode.LISTEN);
    assertEquals(3, site.legs());
    JsonArray listeners =
        program
            .json("/api/v1/contacts")
            .getJsonArray("contacts")
            .getJsonObject(0)
            .getJsonArray("listeners");
    assertEquals(
        new JsonArray().add(new JsonObject().put("by", "eva").put("mode", "listen")), listeners);
    String metrics = program.get("/metrics").body();
    assertEquals(true, metrics.contains("acd_listening{mode=\"listen\",} 1.0"), metrics);
    String whisper = BY_EVA.replace("listen", "whisper");
    assertEquals(200, program.post(path + "/listen", whisper).statusCode());
    await(ListenMode.WHISPER);
    assertEquals(200, program.post(path + "/stop-listening", BY_EVA).statusCode());
    Site.await(turno, "nobody to listen", f -> f.contacts().getFirst().listeners().isEmpty());
  }

  private void await(ListenMode mode) {
    Site.await(
        turno,
        "eva to " + mode,
        figures -> mode == figures.contacts().getFirst().listeners().get("eva"));
  }

  @Test
  void whoMayNotIsToldSoAndAUserAsksForNobodyElse() {
    String path = "/api/v1/contacts/" + talk() + "/listen";
    HttpResponse<String> barge = program.post(path, BY_EVA.replace("listen", "barge"));
    assertEquals("eva may not barge", Api.problem(403, barge).getString("detail"));
    Api.problem(403, program.post(path, BY_EVA.replace("eva", "anna")));
    try (Api anna = user("anna");
        Api eva = user("eva")) {
      Api.problem(403, anna.post(path, BY_EVA));
      assertEquals(200, eva.post(path, BY_EVA).statusCode());
    }
    Api.problem(400, program.post(path, BY_EVA.replace("listen", "shout")));
  }
}
