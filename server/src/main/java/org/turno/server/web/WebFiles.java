package org.turno.server.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The wallboard's files and the browser libraries, from the class path, read once. Addresses under
 * {@code /lib/} lead into the libraries' own jars.
 */
final class WebFiles {
  private static final Pattern SAFE = Pattern.compile("/[A-Za-z0-9_./-]*");
  private static final Pattern LIBRARY = Pattern.compile("/lib/([a-z-]+)/(.+)");
  private static final Pattern INLINE_SCRIPT =
      Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml");

  private record WebFile(Buffer content, String type, String etag) {}

  private final Properties libraries = new Properties();
  private final Map<String, WebFile> files = new ConcurrentHashMap<>();
  private final String contentSecurityPolicy;

  WebFiles() {
    try (InputStream in = resource("org/turno/server/web/libraries.properties")) {
      if (in == null) {
        throw new IllegalStateException(
            "the wallboard's list of libraries is missing: build again");
      }
      libraries.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    WebFile page =
        find("/index.html")
            .orElseThrow(
                () -> new IllegalStateException("the wallboard's page is missing: build again"));
    contentSecurityPolicy = policy(page.content().toString(StandardCharsets.UTF_8));
  }

  /** Only our own files may run; the page's one inline part, its import map, is named by hash. */
  private static String policy(String page) {
    Matcher inline = INLINE_SCRIPT.matcher(page);
    String importMap = inline.find() ? " 'sha256-" + sha256(inline.group(1)) + "'" : "";
    return "default-src 'none'; script-src 'self'"
        + importMap
        + "; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self';"
        + " manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  String contentSecurityPolicy() {
    return contentSecurityPolicy;
  }

  /** Answers with a file, or passes on where there is none of that name. */
  void serve(RoutingContext context) {
    String path = context.normalizedPath();
    Optional<WebFile> found = find(path.equals("/") ? "/index.html" : path);
    if (found.isEmpty()) {
      context.next();
      return;
    }
    WebFile file = found.get();
    context
        .response()
        .putHeader(HttpHeaders.ETAG, file.etag())
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    if (file.etag().equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
      context.response().setStatusCode(304).end();
    } else {
      context.response().putHeader(HttpHeaders.CONTENT_TYPE, file.type());
      context.end(file.content());
    }
  }

  private Optional<WebFile> find(String path) {
    WebFile known = files.get(path);
    if (known != null) {
      return Optional.of(known);
    }
    String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    if (type == null || path.contains("..") || !SAFE.matcher(path).matches()) {
      return Optional.empty();
    }
    Optional<WebFile> read = read(path, type);
    read.ifPresent(file -> files.put(path, file));
    return read;
  }

  private Optional<WebFile> read(String path, String type) {
    String name = resourceName(path);
    try (InputStream in = name == null ? null : resource(name)) {
      if (in == null) {
        return Optional.empty();
      }
      byte[] bytes = in.readAllBytes();
      String etag = '"' + sha256(new String(bytes, StandardCharsets.ISO_8859_1)) + '"';
      return Optional.of(new WebFile(Buffer.buffer(bytes), type, etag));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable String resourceName(String path) {
    Matcher library = LIBRARY.matcher(path);
    if (!library.matches()) {
      return "web" + path;
    }
    String version = libraries.getProperty(library.group(1));
    return version == null
        ? null
        : "META-INF/resources/_static/" + library.group(1) + "/" + version + "/" + library.group(2);
  }

  private static @Nullable InputStream resource(String name) {
    return WebFiles.class.getClassLoader().getResourceAsStream(name);
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java lacks SHA-256: use a complete one", e);
    }
  }
}
