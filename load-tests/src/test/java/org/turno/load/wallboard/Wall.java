package org.turno.load.wallboard;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One screen that shows the wallboard. */
final class Wall {
  private static final Path SHOTS = Path.of("target", "wallboard");

  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final int POLL_MS = 50;

  final Page page;

  private Wall(Page page) {
    this.page = page;
  }

  /** Opens the board and waits for its figures. */
  static Wall open(Page page, int port, String query) {
    page.navigate("http://localhost:" + port + "/" + query);
    page.waitForSelector("main.figures .tile");
    return new Wall(page);
  }

  /** Opens the board, which asks for a password. */
  static Wall openLocked(Page page, int port, String query) {
    page.navigate("http://localhost:" + port + "/" + query);
    page.waitForSelector("form.login");
    return new Wall(page);
  }

  /** Runs a script of this folder; arguments are in {@code arg}. */
  Object run(String script, Object argument) {
    return page.evaluate(read(script), argument);
  }

  @SuppressWarnings("unchecked")
  List<String> faults(String script) {
    return (List<String>) run(script, Map.of());
  }

  private static String read(String name) {
    try (InputStream in = Wall.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new AssertionError("no script " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String selector) {
    return page.locator(selector).first().innerText().strip();
  }

  void await(String selector) {
    page.waitForSelector(selector);
  }

  void awaitGone(String selector) {
    page.waitForSelector(
        selector, new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
  }

  /**
   * A JavaScript condition that must come true. Asked from outside: the page's security policy
   * forbids a script that evaluates text.
   */
  void awaitTrue(String condition) {
    long startNanos = System.nanoTime();
    while (!Boolean.TRUE.equals(page.evaluate("() => " + condition))) {
      if (System.nanoTime() - startNanos > LIMIT_NANOS) {
        throw new AssertionError("waited in vain for " + condition);
      }
      page.waitForTimeout(POLL_MS);
    }
  }

  void shot(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")));
  }

  void wholeShot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")).setFullPage(true));
  }
}
