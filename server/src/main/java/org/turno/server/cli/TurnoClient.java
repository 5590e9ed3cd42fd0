package org.turno.server.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Asks a running Turno through its HTTP API. */
final class TurnoClient implements AutoCloseable {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(15);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final URI server;
  private final Optional<String> token;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_LIMIT)
          .build();

  TurnoClient(URI server, Optional<String> token) {
    this.server = server;
    this.token = token;
  }

  /**
   * The answer to GET.
   *
   * @throws CommandFailure with the server's own words where it refuses
   */
  JsonNode get(String path) {
    return send(request(path).GET().build());
  }

  /** The answer to POST, as {@link #get}. */
  JsonNode post(String path, JsonNode body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Json.line(body)))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path)).timeout(ANSWER_LIMIT);
    token.ifPresent(shown -> request.header("Authorization", "Bearer " + shown));
    return request;
  }

  private JsonNode send(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      JsonNode body = parse(response.body());
      if (response.statusCode() >= 400) {
        throw refusal(response.statusCode(), body);
      }
      return body;
    } catch (IOException e) {
      throw new CommandFailure(
          "no Turno answers at "
              + server
              + " ("
              + e
              + "): start it, or name its address with --server",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure("interrupted", e);
    }
  }

  private JsonNode parse(String body) {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      throw new CommandFailure(
          server + " does not answer as Turno does: name Turno's address with --server", e);
    }
  }

  private CommandFailure refusal(int status, JsonNode body) {
    if (status == 401) {
      return new CommandFailure(
          server + " asks for the API token: name its file with --token-file, or set TURNO_TOKEN");
    }
    StringBuilder text = new StringBuilder(body.path("detail").asText("HTTP status " + status));
    body.path("problems").forEach(problem -> text.append('\n').append(problem.asText()));
    return new CommandFailure(text.toString());
  }

  @Override
  public void close() {
    http.close();
  }
}
