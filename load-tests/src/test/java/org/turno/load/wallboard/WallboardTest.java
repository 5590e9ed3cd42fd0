package org.turno.load.wallboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turno.server.web.AccessPolicy;

/** The wallboard of a large floor: 13 queues, 160 agents. */
@Tag("browser")
final class WallboardTest {
  private static final Page.GetByLabelOptions EXACT = new Page.GetByLabelOptions().setExact(true);

  @TempDir private static Path folder;
  private static WallFloor floor;
  private static Browsers browsers;

  @BeforeAll
  static void start() {
    floor = new WallFloor(folder.resolve("open"), 160, new AccessPolicy.Open());
    browsers = new Browsers();
    floor.signIn(1, 150);
    for (int i = 0; i < 8; i++) {
      floor.pause(10 + i, i % 2 == 0 ? "Descanso" : "Formación");
    }
    for (int i = 0; i < 90; i++) {
      floor.call(2 + i % 12);
    }
    floor.await("90 conversations", figures -> figures.totals().talking() == 90);
    for (int i = 0; i < 30; i++) {
      floor.call(1);
    }
    floor.await("callers who wait", figures -> figures.totals().waiting() > 15);
  }

  @AfterAll
  static void stop() {
    browsers.close();
    floor.close();
  }

  @BeforeEach
  void noComplaintsYet() {
    browsers.complaints().clear();
  }

  @Test
  void everyFigureFitsOnEveryScreenInBothThemesAndLanguages() {
    for (int[] size :
        new int[][] {{1920, 1080}, {1280, 720}, {3840, 2160}, {390, 844}, {820, 1180}}) {
      for (String dress : List.of("lang=es&theme=dark", "lang=en&theme=light")) {
        Page page = browsers.page(size[0], size[1]);
        Wall wall = Wall.open(page, floor.port(), "?" + dress);
        assertEquals(160, page.locator(".agent").count());
        assertEquals(13, page.locator("tr[data-queue]").count());
        assertEquals(List.of(), wall.faults("faults-of-layout.js"), size[0] + " " + dress);
        assertEquals(List.of(), wall.faults("faults-of-contrast.js"), size[0] + " " + dress);
        wall.shot("floor-" + size[0] + "-" + dress.substring(5, 7));
        page.context().close();
      }
    }
    assertEquals(List.of(), browsers.complaints());
  }

  @Test
  void whoDoesNotSeeTheScreenFindsEverythingByName() {
    Wall wall = Wall.open(browsers.page(1280, 720), floor.port(), "?lang=es");
    assertEquals(List.of(), wall.faults("faults-of-access.js"));
    String row = wall.text("tr[data-queue=q1]");
    assertTrue(row.contains("Alcobendas") && row.contains("Sobre objetivo"), row);
    String agent = wall.text(".agent[data-state=paused]");
    assertTrue(agent.contains("Pausa"), agent);
  }

  @Test
  void aQueueOverItsTargetIsToldOnceAndNotWithEveryTick() {
    Wall wall = Wall.open(browsers.page(1280, 720), floor.port(), "?lang=es");
    wall.awaitTrue("document.getElementById('announcer').textContent.includes('Alcobendas')");
    wall.page.evaluate(
        "() => { window.spoken = 0; new MutationObserver(() => window.spoken++)"
            + ".observe(document.getElementById('announcer'), {childList: true, subtree: true, characterData: true}); }");
    String before = wall.text("tr[data-queue=q1] [data-figure=longest] .value");
    wall.awaitTrue(
        "document.querySelector('tr[data-queue=q1] [data-figure=longest] .value').textContent.trim()"
            + " !== '"
            + before
            + "'");
    assertEquals(0, wall.page.evaluate("window.spoken"));
  }

  @Test
  void theKeyboardReachesEveryControlInOrderAndShowsWhereItIs() {
    Wall wall = Wall.open(browsers.page(1280, 720), floor.port(), "?lang=es&theme=dark");
    List<Object> reached = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      wall.page.keyboard().press("Tab");
      reached.add(
          wall.page.evaluate(
              "() => { const e = document.activeElement; return (e.labels?.[0] ?? e).textContent.trim().split('\\n')[0]; }"));
      assertEquals(
          true,
          wall.page.evaluate(
              "() => parseFloat(getComputedStyle(document.activeElement).outlineWidth) >= 2"),
          "the focus is seen on " + reached.getLast());
    }
    assertEquals(
        List.of(
            "Ir a las colas",
            "English",
            "Tema claro",
            "Pantalla completa",
            "Estado",
            "Cola",
            "Equipo"),
        reached);
  }

  @Test
  void languageAndThemeAreChosenByHandAndKept() {
    Browser.NewContextOptions english =
        new Browser.NewContextOptions().setLocale("en-GB").setColorScheme(ColorScheme.LIGHT);
    Page page = browsers.page(1280, 720, english);
    Wall wall = Wall.open(page, floor.port(), "");
    assertEquals("Queue board", wall.text("h1 span"));
    page.getByText("Español").click();
    wall.awaitTrue("document.querySelector('h1 span').textContent === 'Panel de colas'");
    page.getByText("Tema oscuro").click();
    wall.awaitTrue("document.documentElement.dataset.theme === 'dark'");
    page.reload();
    wall.await("main.figures .tile");
    assertEquals("Panel de colas", wall.text("h1 span"));
    assertEquals("dark", page.evaluate("document.documentElement.dataset.theme"));
  }

  @Test
  void agentsAreFilteredByStateAndQueue() {
    Page page = browsers.page(1280, 720);
    Wall wall = Wall.open(page, floor.port(), "?lang=es");
    page.getByLabel("Estado", EXACT).selectOption("paused");
    wall.awaitTrue("document.querySelectorAll('.agent').length === 8");
    page.getByLabel("Cola", EXACT).selectOption("q12");
    wall.awaitTrue("document.querySelectorAll('.agent').length === 1");
    assertEquals("1 de 160", wall.text(".agents-head .count"));
  }

  @Test
  void aTeamIsShownAloneWithItsOwnFigures() {
    Page page = browsers.page(1280, 720);
    Wall wall = Wall.open(page, floor.port(), "?lang=es");
    page.getByLabel("Equipo", EXACT).selectOption("lates");
    wall.awaitTrue("document.querySelectorAll('.agent').length === 40");
    assertEquals("Agentes por estado · Tardes", wall.text("#staff-title"));
    assertEquals(
        40,
        page.evaluate(
            "() => [...document.querySelectorAll('.staff li b')]"
                + ".reduce((sum, b) => sum + Number(b.textContent), 0)"));
    Wall alone = Wall.open(browsers.page(1280, 720), floor.port(), "?lang=en&team=lates");
    alone.awaitTrue("document.querySelectorAll('.agent').length === 40");
    assertEquals("Agents by state · Tardes", alone.text("#staff-title"));
  }

  @Test
  void aServerThatIsGoneIsSeenAtOnceAndTheBoardComesBackByItself() {
    Page page = browsers.page(1920, 1080);
    Wall wall = Wall.open(page, floor.port(), "?lang=es&theme=dark");
    wall.await(".connection.live");
    floor.stop();
    wall.await(".banner.stale");
    assertTrue(wall.text(".banner.stale").startsWith("Sin conexión. Estas cifras son de las"));
    assertEquals("Sin conexión", wall.text(".connection"));
    wall.await("main.dimmed");
    String frozen = wall.text("tr[data-queue=q1] [data-figure=longest] .value");
    wall.awaitTrue("/hace 0:0[3-9]/.test(document.querySelector('.banner.stale').textContent)");
    assertEquals(frozen, wall.text("tr[data-queue=q1] [data-figure=longest] .value"));
    assertTrue(
        String.valueOf(page.evaluate("document.getElementById('announcer').textContent"))
            .contains("Sin conexión"));
    wall.shot("stale");
    floor.start();
    wall.await(".connection.live");
    wall.awaitGone(".banner.stale");
    wall.awaitGone("main.dimmed");
    assertFalse(
        String.valueOf(page.evaluate("document.getElementById('announcer').textContent"))
            .contains("Estas cifras"));
    assertEquals(
        Map.of("same", true),
        page.evaluate(
            "async () => { const a = await (await fetch('api/v1/queues')).json();"
                + " return {same: a.totals.waiting + a.totals.talking >= 120}; }"),
        "the callers are still there");
  }

  @Test
  void whoPrefersStillnessGetsNoMotion() {
    Browser.NewContextOptions still =
        new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE);
    Wall wall = Wall.open(browsers.page(1280, 720, still), floor.port(), "");
    assertEquals(
        0,
        wall.page.evaluate(
            "() => document.getAnimations().filter((a) => a.playState === 'running').length"));
  }

  @Test
  void aTokenIsAskedForKeptInTheTabAndNeverInTheAddress() {
    try (WallFloor guarded =
        new WallFloor(folder.resolve("guarded"), 3, WallFloor.token("0123456789abcdef"))) {
      Page page = browsers.page(1280, 720);
      List<String> asked = new ArrayList<>();
      page.onRequest(request -> asked.add(request.url()));
      Wall wall = Wall.openLocked(page, guarded.port(), "?lang=es&theme=light");
      wall.shot("locked");
      page.getByLabel("Contraseña o clave de la API").fill("wrong");
      page.keyboard().press("Enter");
      wall.await("[role=alert]");
      page.getByLabel("Contraseña o clave de la API").fill("0123456789abcdef");
      page.keyboard().press("Enter");
      wall.await("main.figures .tile");
      page.reload();
      wall.await("main.figures .tile");
      assertTrue(asked.stream().noneMatch(url -> url.contains("0123456789abcdef")), "" + asked);
      assertFalse(page.url().contains("0123456789abcdef"));
      page.getByText("Cerrar sesión").click();
      wall.await("form.login");
      page.getByLabel("Usuario").fill("jefa");
      page.getByLabel("Contraseña o clave de la API").fill("clave");
      page.keyboard().press("Enter");
      wall.await("main.figures .tile");
    }
  }
}
