package org.turno.load.lab;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.turno.load.lab.SipEvent.Kind;
import org.turno.load.lab.SippCallers.Call;

/** What Asterisk does for callers by {@code deploy/asterisk} alone. */
@Tag("asterisk")
@Timeout(120)
class AsteriskDialplanTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir private Path folder;
  private AsteriskLab lab;

  @BeforeEach
  void start() {
    lab = AsteriskLab.start(folder.resolve("lab"));
  }

  @AfterEach
  void stop() {
    lab.close();
  }

  @Test
  void aNewCallerReachesTheFixedPhoneAtOnceWhenTurnoIsNotThere() {
    try (SippPhones fixed = lab.phone("9001", Manner.answerAfterMs(200));
        SippCallers caller = lab.call(Call.staying("600111222", "012"))) {
      fixed.await("9001", Kind.ANSWERED, 1);
      SipEvent talking = caller.await(Kind.ANSWERED, 1);
      caller.hangUp(talking);
      fixed.await("9001", Kind.ENDED, 1);
      lab.awaitNoLegs(SOON);
      assertEquals(1, fixed.count("9001", Kind.RUNG));
    }
  }

  @Test
  void aCallerWhoReachesATurnoThatIsStuckIsTakenToTheFixedPhone() {
    try (SippPhones fixed = lab.phone("9001", Manner.answerAfterMs(0));
        StasisApp stuck = new StasisApp(lab);
        SippCallers caller = lab.call(Call.staying("600111222", "012"))) {
      stuck.awaitCallers(1);
      assertTrue(fixed.events().isEmpty(), "Turno has the caller first");
      fixed.await("9001", Kind.ANSWERED, 1);
      caller.hangUp(caller.await(Kind.ANSWERED, 1));
      lab.awaitNoLegs(SOON);
    }
  }

  @Test
  void aCallerWhomNoFixedPhoneAnswersGoesToTheTurnoThatCameBack() {
    try (SippPhones fixed = lab.phone("9001", new Manner.Busy(), Manner.answerAfterMs(0));
        SippCallers caller = lab.call(Call.staying("600111222", "012"))) {
      fixed.await("9001", Kind.RUNG, 1);
      try (StasisApp back = new StasisApp(lab)) {
        back.awaitCallers(1);
        assertEquals(0, caller.count(Kind.ENDED));
        lab.rx("channel request hangup all");
        lab.awaitNoLegs(SOON);
      }
    }
  }

  @Test
  void aCallerWhomNoFixedPhoneAnswersIsNeverHungUp() {
    try (SippPhones fixed =
            lab.phone("9001", new Manner.Busy(), new Manner.Decline(), Manner.answerAfterMs(0));
        SippCallers caller = lab.call(Call.staying("600111222", "012"))) {
      fixed.await("9001", Kind.RUNG, 3);
      caller.hangUp(caller.await(Kind.ANSWERED, 1));
      lab.awaitNoLegs(SOON);
      assertEquals(0, caller.count(Kind.ENDED));
    }
  }

  @Test
  void aCallerWhoGivesUpWhileTheFixedPhoneRingsLeavesNothingBehind() {
    try (SippPhones fixed = lab.phone("9001", Manner.ringForEver());
        SippCallers caller = lab.call(new Call("600111222", "012", Manner.FOR_EVER_MS, 1_000))) {
      fixed.await("9001", Kind.CANCELLED, 1);
      caller.await(Kind.GAVE_UP, 1);
      lab.awaitNoLegs(SOON);
    }
  }

  @Test
  void whoCallsAProtectedLineIsShownToNoFixedPhoneAndKeptNowhere() throws Exception {
    String canary = "600987654";
    lab.rx("core set verbose 5");
    try (SippPhones fixed = lab.phone("9001", Manner.answerAfterMs(0));
        SippCallers caller = lab.call(Call.staying(canary, "116"))) {
      SipEvent rung = fixed.await("9001", Kind.RUNG, 1);
      assertEquals("116", rung.shownNumber());
      assertFalse(rung.from().contains(canary), rung.from());
      caller.hangUp(caller.await(Kind.ANSWERED, 1));
      lab.awaitNoLegs(SOON);
    }
    try (Stream<Path> files = Files.walk(lab.folder().resolve("log"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertFalse(Files.readString(file, ISO_8859_1).contains(canary), file.toString());
      }
    }
  }
}
