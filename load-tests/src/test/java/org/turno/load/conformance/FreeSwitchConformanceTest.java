package org.turno.load.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.turno.acd.effect.Effect;
import org.turno.acd.plan.CallerDisplay;
import org.turno.acd.plan.LegId;
import org.turno.load.conformance.PbxUnderTest.Manner;
import org.turno.load.conformance.PbxUnderTest.Phone;
import org.turno.load.lab.FreeSwitchLab;
import org.turno.pbx.freeswitch.FreeSwitchAdapter;

/** The adapter to FreeSWITCH, against a real one that is there. */
@Tag("freeswitch")
@Timeout(120)
final class FreeSwitchConformanceTest extends PbxConformance {
  private static final FreeSwitchUnderTest.PhoneNames NAMES = new FreeSwitchUnderTest.PhoneNames();

  @TempDir private static Path folder;
  private static FreeSwitchLab lab;

  @BeforeAll
  static void findFreeSwitch() {
    String where = System.getProperty("turno.freeswitch");
    lab = new FreeSwitchLab(where == null ? "" : where, folder);
  }

  @AfterAll
  static void leaveIt() {
    lab.close();
  }

  @Override
  PbxUnderTest open() {
    return new FreeSwitchUnderTest(lab, NAMES);
  }

  @Test
  void aNumberIsShownOnlyWhereTheLineShowsIt() {
    Waiting waiting = callerWaits();
    Phone phone = freePhone(Manner.RINGS);
    LegId first = rings(phone, waiting.leg());
    assertFalse(phone.display().contains(FreeSwitchUnderTest.CALLERS_NUMBER), phone.display());
    assertTrue(phone.display().contains("<sip:012@"), phone.display());
    done(hangUp(first));
    eventually("the phone is silent", () -> phone.timesSilenced() == 1);
    Effect.Ring ring = ring(phone, waiting.leg(), CallerDisplay.CALLER, 20_000);
    done(ring);
    eventually("the phone rings again", () -> phone.timesRung() == 2);
    assertTrue(phone.display().contains(FreeSwitchUnderTest.CALLERS_NUMBER), phone.display());
    assertTrue(phone.display().contains("Información"), phone.display());
  }

  @Test
  void aPhoneIsAskedToAnswerByItselfOnlyWhereItShould() {
    Waiting waiting = callerWaits();
    Phone phone = freePhone(Manner.RINGS);
    LegId first = rings(phone, waiting.leg());
    assertEquals("", FreeSwitchUnderTest.wishOf(phone));
    done(hangUp(first));
    eventually("the phone is silent", () -> phone.timesSilenced() == 1);
    Effect.Ring ring =
        new Effect.Ring(
            newId(),
            pbx.id(),
            phone.id(),
            waiting.leg(),
            pbx.line(),
            "Información",
            CallerDisplay.LINE,
            20_000,
            true);
    done(ring);
    eventually("the phone rings again", () -> phone.timesRung() == 2);
    assertTrue(FreeSwitchUnderTest.wishOf(phone).contains("answer-after=0"), "Call-Info");
    assertTrue(FreeSwitchUnderTest.wishOf(phone).contains("alert-autoanswer"), "Alert-Info");
  }

  @Test
  void whatWasDoneIsCounted() {
    talk();
    FreeSwitchAdapter freeSwitch = (FreeSwitchAdapter) adapter;
    assertTrue(freeSwitch.figures().connected());
    assertEquals(3, freeSwitch.figures().effects());
    assertEquals(0, freeSwitch.figures().effectsFailed());
    assertEquals(0, freeSwitch.figures().malformed());
    assertTrue(freeSwitch.figures().effectNanosMax() > 0);
  }
}
