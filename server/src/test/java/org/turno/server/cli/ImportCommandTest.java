package org.turno.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code turno import}: the file it makes, whether Turno takes that, and what it could not say. */
final class ImportCommandTest {
  @TempDir private Path folder;

  private static final String QUEUES =
      """
      [general]
      persistentmembers = yes
      log_membername_as_agent = yes

      ;-- what several queues have in common
          [ignored] --;
      [office](!)
      strategy = rrmemory
      timeout = 12
      autopause = all
      wrapuptime=20 ; seconds

      [ayuntamiento](office)
      musicclass = municipal
      weight = 5
      maxlen = 30
      servicelevel = 20
      retry = 4
      member => PJSIP/1001,0,Ana Pérez
      member => PJSIP/1002,2
      member => Local/1003@agents,1,Bea,PJSIP/1003,no
      member => Local/1004@agents
      #include "more.conf"

      [cita previa]
      strategy = leastrecent
      member => PJSIP/1001,1
      """;

  private static final String MORE =
      """
      member => SIP/1005
      nonsense
      """;

  private static final String CALLCENTER =
      """
      <configuration name="callcenter.conf" description="CallCenter">
        <settings>
          <param name="dbname" value="/dev/shm/callcenter.db"/>
        </settings>
        <queues>
          <queue name="support@default">
            <param name="strategy" value="top-down"/>
            <param name="moh-sound" value="local_stream://municipal"/>
            <param name="max-wait-time" value="300"/>
            <param name="tier-rules-apply" value="true"/>
            <param name="tier-rule-wait-second" value="30"/>
          </queue>
        </queues>
        <agents>
          <agent name="1000@default" type="callback" contact="[leg_timeout=10]user/1000@default" wrap-up-time="10"/>
          <agent name="1001@default" type="callback" contact="sofia/internal/1001@10.0.0.1"/>
          <agent name="1002@default" type="callback" contact="user/1002@default"/>
          <agent name="1003@default" type="callback" contact="loopback/1003"/>
        </agents>
        <tiers>
          <tier agent="1000@default" queue="support@default" level="1" position="2"/>
          <tier agent="1001@default" queue="support@default" level="2"/>
          <tier agent="1001@default" queue="sales@default"/>
        </tiers>
      </configuration>
      """;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private void assertTurnoTakes(Path yaml) {
    Cli check = Cli.run(Map.of(), "check", "--no-secrets", yaml.toString());
    assertEquals(0, check.exit(), check.out());
  }

  @Test
  void queuesConfBecomesAFileThatTurnoTakes() throws IOException {
    write("more.conf", MORE);
    Path yaml = folder.resolve("turno.yaml");
    Cli cli =
        Cli.run(Map.of(), "import", write("queues.conf", QUEUES).toString(), "-o", yaml.toString());

    assertEquals(0, cli.exit(), cli.err());
    assertTurnoTakes(yaml);
    String text = Files.readString(yaml);
    assertTrue(
        text.contains(
            """
              ayuntamiento:
                offer_timeout: 12s
                misses_before_pause: 1
                wrap_up_limit: 20s
                music: municipal
                max_length: 30
                overflow: {context: turno-fallback, extension: s}
                service_level_target: 20s
                routing:
                  choose: round_robin
                  weight: 5
              cita-previa:
                misses_before_pause: 0
                routing:
                  choose: longest_idle_in_queue
            """),
        text);
    assertTrue(
        text.contains(
            """
              '1001': {alias: Ana Pérez, phone: PJSIP/1001, queues: [ayuntamiento, cita-previa], tiers: {cita-previa: 2}}
              '1002': {phone: PJSIP/1002, queues: [ayuntamiento], tiers: {ayuntamiento: 3}}
              '1003': {alias: Bea, phone: PJSIP/1003, queues: [ayuntamiento], tiers: {ayuntamiento: 2}}
              '1005': {phone: PJSIP/1005, queues: [ayuntamiento]}
            """),
        text);
  }

  @Test
  void whatHasNoCounterpartIsListedWithItsLine() throws IOException {
    write("more.conf", MORE);
    Cli cli = Cli.run(Map.of(), "import", write("queues.conf", QUEUES).toString());

    assertEquals(0, cli.exit(), cli.err());
    assertTrue(cli.err().contains("queues.conf:3: log_membername_as_agent = yes: "), cli.err());
    assertTrue(cli.err().contains("queues.conf:18: retry = 4: the next agent is asked at once"));
    assertTrue(cli.err().contains("queues.conf:22: member = Local/1004@agents: "), cli.err());
    assertTrue(cli.err().contains("queues.conf:25: queue cita previa: it is called cita-previa"));
    assertTrue(cli.err().contains("more.conf:1: member = SIP/1005: chan_sip is gone"), cli.err());
    assertTrue(cli.err().contains("more.conf:2: nonsense: not understood"), cli.err());
    assertTrue(cli.err().contains("2 queues, 4 agents, 7 things without"), cli.err());
  }

  @Test
  void aQueueWithoutAStrategyRingsAllAsAppQueueDoes() throws IOException {
    Path yaml = folder.resolve("turno.yaml");
    Path conf = write("queues.conf", "[q]\nmember => PJSIP/1\n");
    assertEquals(0, Cli.run(Map.of(), "import", conf.toString(), "-o", yaml.toString()).exit());
    assertTurnoTakes(yaml);
    assertTrue(Files.readString(yaml).contains("ring: {mode: all}"));
  }

  @Test
  void callcenterConfBecomesAFileThatTurnoTakes() throws IOException {
    Path yaml = folder.resolve("turno.yaml");
    Cli cli =
        Cli.run(
            Map.of(),
            "import",
            write("callcenter.conf.xml", CALLCENTER).toString(),
            "-o",
            yaml.toString());

    assertEquals(0, cli.exit(), cli.err());
    assertTurnoTakes(yaml);
    String text = Files.readString(yaml);
    assertTrue(
        text.contains(
            """
              support:
                music: municipal
                max_wait: 300s
                overflow: {context: turno-fallback, extension: s}
                routing:
                  choose: top_down
            """),
        text);
    assertTrue(
        text.contains(
            """
              '1000': {phone: PJSIP/1000, queues: [support], tiers: {support: {level: 1, position: 2}}, wrap_up_limit: 10s}
              '1001': {phone: PJSIP/1001, queues: [support], tiers: {support: 2}}
            """),
        text);
    for (String told :
        new String[] {
          "callcenter.conf.xml:3: dbname = /dev/shm/callcenter.db: ",
          "callcenter.conf.xml:6: queue support@default: it is called support",
          "callcenter.conf.xml:6: tier rules after 30 s: ",
          "callcenter.conf.xml:17: agent 1002: has no tier",
          "callcenter.conf.xml:18: agent 1003@default with contact \"loopback/1003\": ",
          "callcenter.conf.xml:23: tier of agent 1001@default in queue sales@default: that queue"
        }) {
      assertTrue(cli.err().contains(told), told + "\n" + cli.err());
    }
  }

  @Test
  void whoComesInAndWhoMayStayIsTakenOver() throws IOException {
    Path yaml = folder.resolve("turno.yaml");
    Path conf =
        write(
            "queues.conf",
            """
            [q]
            joinempty = paused,inuse,invalid
            leavewhenempty = strict
            context = menu
            [open]
            joinempty = yes
            leavewhenempty = no
            [shut]
            joinempty = no
            leavewhenempty = yes
            """);
    Cli cli = Cli.run(Map.of(), "import", conf.toString(), "-o", yaml.toString());
    assertEquals(0, cli.exit(), cli.err());
    assertTurnoTakes(yaml);
    String text = Files.readString(yaml);
    assertTrue(text.contains("join_when_empty: [paused, inuse, invalid]\n"), text);
    assertTrue(text.contains("leave_when_empty: [strict]\n"), text);
    assertTrue(text.contains("keys: {'0': {context: menu, extension: '0'}, "), text);
    assertTrue(text.contains("    join_when_empty: no\n"), text);
    assertTrue(text.contains("    leave_when_empty: yes\n"), text);
    assertTrue(text.contains("  open:\n    misses_before_pause: 0\n    routing:"), text);
  }

  @Test
  void waitsWithoutAgentsAreTakenOver() throws IOException {
    Path yaml = folder.resolve("turno.yaml");
    Path conf =
        write(
            "callcenter.conf.xml",
            CALLCENTER.replace(
                "<param name=\"max-wait-time\" value=\"300\"/>",
                "<param name=\"max-wait-time-with-no-agent\" value=\"60\"/>"));
    Cli cli = Cli.run(Map.of(), "import", conf.toString(), "-o", yaml.toString());
    assertEquals(0, cli.exit(), cli.err());
    assertTurnoTakes(yaml);
    String text = Files.readString(yaml);
    assertTrue(text.contains("no_agent: {max_wait: 60s, newcomers_max_wait: 5s}"), text);
  }

  @Test
  void aFileThatIsThereIsReplacedOnlyByForce() throws IOException {
    Path conf = write("queues.conf", QUEUES);
    Path yaml = write("turno.yaml", "mine");
    Cli refused = Cli.run(Map.of(), "import", conf.toString(), "-o", yaml.toString());
    assertEquals(1, refused.exit());
    assertTrue(refused.err().contains("is there already"), refused.err());
    assertEquals("mine", Files.readString(yaml));

    assertEquals(
        0, Cli.run(Map.of(), "import", conf.toString(), "-o", yaml.toString(), "--force").exit());
    assertTurnoTakes(yaml);
  }

  @Test
  void whatCannotBeReadSaysWhereAndWhatToDo() throws IOException {
    Cli none = Cli.run(Map.of(), "import", folder.resolve("none").toString());
    assertEquals(1, none.exit());
    assertTrue(none.err().contains("there is no such file"), none.err());

    Cli broken =
        Cli.run(Map.of(), "import", write("callcenter.conf.xml", "<a>\n<b>\n</a>").toString());
    assertEquals(1, broken.exit());
    assertTrue(broken.err().contains("callcenter.conf.xml:3: not well-formed XML"), broken.err());

    Cli empty = Cli.run(Map.of(), "import", write("queues.conf", "[general]\n").toString());
    assertEquals(1, empty.exit());
    assertTrue(empty.err().contains("has no queue"), empty.err());
    assertFalse(empty.err().contains("\tat "), empty.err());
  }
}
