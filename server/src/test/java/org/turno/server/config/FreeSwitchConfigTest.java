package org.turno.server.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A FreeSWITCH in the file. */
final class FreeSwitchConfigTest {
  @TempDir private Path folder;

  private ConfigReading read(String pbx) throws IOException {
    Path file = folder.resolve("turno.yaml");
    Files.writeString(
        file,
        """
        pbxs:
          north: {type: freeswitch, PBX}
        queues:
          general: {}
        lines:
          '012': {queue: general}
        agents: {anna: {phone: user/1001}}
        http: {token_env: P}
        """
            .replace("PBX", pbx));
    return ConfigReader.read(file, Map.of("P", "0123456789abcdef0123"));
  }

  private void refuses(String expected, String pbx) throws IOException {
    String problems = read(pbx).problems().toString();
    assertTrue(problems.contains(expected), problems);
  }

  @Test
  void aPasswordIsEnough() throws IOException {
    ConfigReading reading = read("esl: {password_env: P}");
    assertEquals(List.of(), reading.problems());
    PbxConfig pbx = reading.config().orElseThrow().pbxs().getFirst();
    FreeSwitchConfig freeSwitch = assertInstanceOf(FreeSwitchConfig.class, pbx);
    assertEquals("127.0.0.1", freeSwitch.host());
    assertEquals(8021, freeSwitch.port());
    assertEquals("user/{phone}", freeSwitch.dial());
    assertEquals(12, freeSwitch.deadManSwitchS());
    assertEquals("FreeSWITCH, event socket 127.0.0.1:8021, dead man's switch 12 s", pbx.summary());
    assertFalse(pbx.toString().contains("0123456789"), pbx.toString());
  }

  @Test
  void itIsSaidHowPhonesAreDialled() throws IOException {
    ConfigReading reading =
        read(
            "esl: {host: 10.0.0.2, port: 8022, dial: 'user/{phone}@example.org', password_env: P}");
    assertEquals(List.of(), reading.problems());
    FreeSwitchConfig pbx = (FreeSwitchConfig) reading.config().orElseThrow().pbxs().getFirst();
    assertEquals("user/{phone}@example.org", pbx.dial());
    refuses("dial of esl of PBX north is \"user/1001\"", "esl: {dial: user/1001, password_env: P}");
    refuses("write what FreeSWITCH dials", "esl: {dial: '{a=b}{phone}', password_env: P}");
  }

  @Test
  void whatBelongsToAnAsteriskIsRefused() throws IOException {
    String esl = "esl: {password_env: P}, ";
    refuses("PBX north has no esl", "dead_man_switch: 12s");
    refuses("and has ari", esl + "ari: {user: turno, password_env: P}");
    refuses("and has ami", esl + "ami: {user: turno, password_env: P}");
    refuses("and has observe", esl + "observe: app_queue");
  }
}
