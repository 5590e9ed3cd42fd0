package org.turno.load.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.turno.load.lab.SipEvent.Kind;
import org.turno.load.lab.SippCallers.Call;

/** That the lab's phones and the capture do what tests rely on. */
@Tag("asterisk")
@Timeout(120)
class SippPhonesTest {
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
  void aPhoneIsAnsweredAndHungUpWhenTheTestSaysSo() {
    try (SippPhones fixed = lab.phone("9001", Manner.ringForEver());
        SippCallers caller = lab.call(Call.staying("600111222", "012"))) {
      SipEvent rung = fixed.await("9001", Kind.RUNG, 1);
      assertTrue(rung.from().contains("600111222"), rung.from());
      fixed.answer(rung);
      fixed.hangUp(fixed.await("9001", Kind.ANSWERED, 1));
      caller.await(Kind.ENDED, 1);
      lab.awaitNoLegs(SOON);
    }
  }

  @Test
  void aPhoneThatUnregistersIsUnreachableUntilItRegistersAgain() {
    try (SippPhones phones = lab.phones(List.of("1001", "1002"), Manner.answerAfterMs(0))) {
      assertFalse(lab.rx("pjsip show endpoint 1002").contains("Unavailable"));
      phones.unregister("1002");
      assertTrue(lab.rx("pjsip show endpoint 1002").contains("Unavailable"));
      assertFalse(lab.rx("pjsip show endpoint 1001").contains("Unavailable"));
      phones.register();
      assertFalse(lab.rx("pjsip show endpoint 1002").contains("Unavailable"));
    }
  }

  @Test
  void theWireTellsHowLongEachCallerWaitedForARing() {
    Path file = folder.resolve("calls.pcap");
    List<Call> calls =
        IntStream.range(0, 10)
            .mapToObj(i -> Call.hangingUpAfterMs("60000000" + i, "012", 200))
            .toList();
    WireCapture capture = WireCapture.start(lab, file);
    try (SippPhones fixed = lab.phone("9001", Manner.answerAfterMs(50));
        SippCallers callers = lab.call(5, calls)) {
      callers.await(Kind.HUNG_UP, 10);
      fixed.await("9001", Kind.ENDED, 10);
      lab.awaitNoLegs(SOON);
    } finally {
      capture.close();
    }
    Latencies toRing = capture.wire().fromCallToRing();
    assertEquals(10, toRing.count());
    assertTrue(toRing.p50Ms() > 0 && toRing.p50Ms() <= toRing.maxMs(), toRing.toString());
  }
}
