package org.turno.load.wallboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.turno.server.app.Demo;

/** The wallboard while the demonstration lives its day. */
@Tag("browser")
final class WallboardDemoTest {
  private static final String ANSWERED = ".tile[data-figure=answered] .value";

  private static Demo demo;
  private static Browsers browsers;

  @BeforeAll
  static void start() {
    demo = Demo.start(new Demo.Options(30, 12, 0, Optional.empty()));
    browsers = new Browsers();
  }

  @AfterAll
  static void stop() {
    browsers.close();
    demo.close();
  }

  @Test
  void theFiguresMoveAndAgreeWithTheApiAtTheSameEntry() {
    Wall wall = Wall.open(browsers.page(1920, 1080), demo.server().port(), "?lang=en&theme=dark");
    Map<?, ?> first = compare(wall);
    Object answered = wall.text(ANSWERED);
    wall.awaitTrue("document.querySelector('" + ANSWERED + "').textContent !== '" + answered + "'");
    Map<?, ?> second = compare(wall);
    assertNotEquals(first.get("api"), second.get("api"), "the figures moved");
    wall.shot("demo-dark-en");
    assertEquals(List.of(), browsers.complaints());
  }

  private static Map<?, ?> compare(Wall wall) {
    Map<?, ?> both = (Map<?, ?>) wall.run("same-figures.js", Map.of());
    assertEquals(both.get("api"), both.get("screen"));
    return both;
  }

  @Test
  void theClockAndTheWaitsRunAtTheSpeedOfTheSimulation() {
    Wall wall = Wall.open(browsers.page(1280, 720), demo.server().port(), "?lang=es&theme=light");
    assertEquals("Simulación ×30", wall.text(".simulated"));
    String before = wall.text(".clock .time");
    wall.awaitTrue("document.querySelector('.clock .time').textContent !== '" + before + "'");
    wall.shot("demo-light-es");
  }

  @Test
  void everyScreenOfTheRoomIsUsable() {
    Browser.NewContextOptions phone =
        new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK).setLocale("es-ES");
    Wall wall = Wall.open(browsers.page(390, 844, phone), demo.server().port(), "");
    assertEquals(List.of(), wall.faults("faults-of-layout.js"));
    assertEquals("es", wall.page.evaluate("document.documentElement.lang"));
    assertEquals("dark", wall.page.evaluate("document.documentElement.dataset.theme"));
    wall.wholeShot("demo-phone");
  }
}
