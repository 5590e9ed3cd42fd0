package org.turno.load.lab;

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

/** A running Turno's HTTP interface. */
public final class TurnoApi implements AutoCloseable {
  private static final Duration DEADLINE = Duration.ofSeconds(10);

  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final int port;
  private final String token;

  TurnoApi(int port, String token) {
    this.port = port;
    this.token = token;
  }

  /** Whether it is ready; when it is not, or cannot be reached, why. */
  String notReadyBecause() {
    try {
      HttpResponse<String> response = send("GET", "/health/ready", "");
      return response.statusCode() == 200 ? "" : response.body();
    } catch (LabException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** What a GET answers. */
  public JsonNode get(String path) {
    return read("GET", path, "");
  }

  /** What a POST answers. */
  public JsonNode post(String path, String body) {
    return read("POST", path, body);
  }

  /**
   * The value of a series of Prometheus, like {@code acd_inbox_depth}.
   *
   * @throws LabException when there is none of this name and these labels
   */
  public double metric(String series) {
    return send("GET", "/metrics", "")
        .body()
        .lines()
        .filter(line -> line.startsWith(series + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new LabException("Turno has no metric " + series));
  }

  private JsonNode read(String method, String path, String body) {
    HttpResponse<String> response = send(method, path, body);
    if (response.statusCode() != 200) {
      throw new LabException(
          method + " " + path + " answered " + response.statusCode() + ": " + response.body());
    }
    try {
      return json.readTree(response.body());
    } catch (JsonProcessingException e) {
      throw new LabException(method + " " + path + " answered no JSON: " + response.body(), e);
    }
  }

  private HttpResponse<String> send(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(DEADLINE)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new LabException("Turno does not answer on port " + port + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LabException("interrupted while Turno was asked for " + path, e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
