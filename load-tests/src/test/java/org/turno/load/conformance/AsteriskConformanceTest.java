package org.turno.load.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.turno.acd.plan.CallerDisplay.LINE;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.turno.acd.effect.Effect;
import org.turno.acd.input.HangupReason;
import org.turno.acd.input.PbxInput;
import org.turno.acd.plan.CallerDisplay;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.ListenMode;
import org.turno.acd.plan.PhoneId;
import org.turno.load.conformance.PbxUnderTest.Manner;
import org.turno.load.conformance.PbxUnderTest.Phone;
import org.turno.load.lab.AsteriskLab;
import org.turno.pbx.asterisk.AsteriskAdapter;

/** The adapter to Asterisk, against a real one. */
@Tag("asterisk")
@Timeout(120)
final class AsteriskConformanceTest extends PbxConformance {
  private static final AsteriskUnderTest.PhoneNames NAMES = new AsteriskUnderTest.PhoneNames();

  @TempDir private static Path folder;
  private static AsteriskLab lab;

  @BeforeAll
  static void startAsterisk() {
    lab = AsteriskLab.start(folder.resolve("lab"));
  }

  @AfterAll
  static void stopAsterisk() {
    lab.close();
  }

  @Override
  PbxUnderTest open() {
    return new AsteriskUnderTest(lab, NAMES);
  }

  @Test
  void aNumberIsShownOnlyWhereTheLineShowsIt() {
    Waiting waiting = callerWaits();
    Phone phone = freePhone(Manner.RINGS);
    LegId first = rings(phone, waiting.leg());
    assertFalse(phone.display().contains(AsteriskUnderTest.CALLERS_NUMBER), phone.display());
    assertTrue(phone.display().contains("<sip:012@"), phone.display());
    done(hangUp(first));
    eventually("the phone is silent", () -> phone.timesSilenced() == 1);
    Effect.Ring ring = ring(phone, waiting.leg(), CallerDisplay.CALLER, 20_000);
    done(ring);
    eventually("the phone rings again", () -> phone.timesRung() == 2);
    assertTrue(phone.display().contains(AsteriskUnderTest.CALLERS_NUMBER), phone.display());
    assertTrue(phone.display().contains("Información"), phone.display());
  }

  @Test
  void aCallersNumberIsInNoInputAndInNoLog() {
    Logger root = (Logger) LoggerFactory.getLogger("ROOT");
    Level before = root.getLevel();
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.list = new CopyOnWriteArrayList<>();
    log.start();
    root.addAppender(log);
    root.setLevel(Level.DEBUG);
    try {
      Talk talk = talk();
      pbx.cutLink();
      heard.await(2, PbxInput.Inventory.class);
      Effect.Ring shown =
          ring(freePhone(Manner.RINGS), talk.waiting().leg(), CallerDisplay.CALLER, 20_000);
      done(shown);
      done(hangUp(shown.leg()));
      talk.waiting().caller().hangUp();
      done(hangUp(talk.agent()));
      eventually("all legs are gone", () -> pbx.legCount() == 0);
    } finally {
      root.setLevel(before);
      root.detachAppender(log);
    }
    assertFalse(heard.all().toString().contains(AsteriskUnderTest.CALLERS_NUMBER));
    List<String> lines = log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    assertTrue(lines.stream().anyMatch(line -> line.contains("connected")), "nothing was logged");
    assertEquals(
        List.of(),
        lines.stream().filter(line -> line.contains(AsteriskUnderTest.CALLERS_NUMBER)).toList());
  }

  @Test
  void aPhoneIsAskedToAnswerByItselfOnlyWhereItShould() {
    Waiting waiting = callerWaits();
    Phone phone = freePhone(Manner.RINGS);
    LegId first = rings(phone, waiting.leg());
    assertEquals("", AsteriskUnderTest.wishOf(phone));
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
    assertTrue(AsteriskUnderTest.wishOf(phone).contains("answer-after=0"), "Call-Info");
    assertTrue(AsteriskUnderTest.wishOf(phone).contains("alert-autoanswer"), "Alert-Info");
  }

  @Test
  void whatWasDoneIsCounted() {
    talk();
    AsteriskAdapter asterisk = (AsteriskAdapter) adapter;
    assertTrue(asterisk.figures().ariConnected());
    assertTrue(asterisk.figures().amiConnected());
    assertEquals(3, asterisk.figures().effects());
    assertEquals(0, asterisk.figures().effectsFailed());
    assertEquals(0, asterisk.figures().malformed());
    assertEquals(0, asterisk.figures().unknownEvents());
    assertTrue(asterisk.figures().effectNanosMax() > 0);
  }

  private static final int CALLER = 400;
  private static final int AGENT = 700;
  private static final int SUPERVISOR = 1_100;

  @Test
  void aWhisperIsHeardByTheAgentAloneAndABargeByBoth() {
    lab.rx("channel originate Local/0400-caller@tones/n extension 012@from-trunk");
    LegId caller = heard.await(PbxInput.CallArrived.class).leg();
    done(park(caller));
    Effect.Ring ring =
        new Effect.Ring(
            newId(), pbx.id(), tonePhone("0700-agent"), caller, pbx.line(), "", LINE, 20_000);
    done(ring);
    heard.await(new PbxInput.LegAnswered(pbx.id(), ring.leg()));
    Effect.Bridge talk = bridge(caller, ring.leg());
    done(talk);
    Effect.OpenLine open =
        new Effect.OpenLine(newId(), pbx.id(), tonePhone("1100-supervisor"), "012", 20_000);
    done(open);
    heard.await(new PbxInput.LegAnswered(pbx.id(), open.leg()));
    assertEquals(List.of(Set.of(AGENT), Set.of(CALLER)), heardBy("0400-caller", "0700-agent"));
    for (ListenMode mode : ListenMode.values()) {
      done(new Effect.Listen(newId(), pbx.id(), open.leg(), ring.leg(), talk.id(), mode));
      List<Set<Integer>> expected =
          switch (mode) {
            case LISTEN -> List.of(Set.of(AGENT), Set.of(CALLER), Set.of(CALLER, AGENT));
            case WHISPER ->
                List.of(Set.of(AGENT), Set.of(CALLER, SUPERVISOR), Set.of(CALLER, AGENT));
            case BARGE ->
                List.of(
                    Set.of(AGENT, SUPERVISOR), Set.of(CALLER, SUPERVISOR), Set.of(CALLER, AGENT));
          };
      assertEquals(
          expected, heardBy("0400-caller", "0700-agent", "1100-supervisor"), mode::toString);
    }
    done(hangUp(open.leg()));
    heard.await(new PbxInput.LegEnded(pbx.id(), open.leg(), HangupReason.NORMAL));
    assertEquals(List.of(Set.of(AGENT), Set.of(CALLER)), heardBy("0400-caller", "0700-agent"));
    // Asterisk takes an ear away with the next sound of the leg that it heard: phones here are
    // silent
    eventually(
        "nothing listens any more",
        () -> lab.legs().stream().noneMatch(leg -> leg.name().startsWith("Snoop/")));
  }

  private PhoneId tonePhone(String name) {
    return new PhoneId(pbx.id(), "Local/" + name + "@tones/n");
  }

  /** What each hears of the tones of the three, in a second from now on. */
  private List<Set<Integer>> heardBy(String... names) {
    Map<ToneFile, Long> wanted = new LinkedHashMap<>();
    for (String name : names) {
      ToneFile file = new ToneFile(lab.folder().resolve("spool/monitor/heard-" + name + ".wav"));
      wanted.put(file, file.wholeSecondAfter(file.size()));
    }
    eventually(
        "a second is recorded",
        () -> wanted.entrySet().stream().allMatch(e -> e.getKey().size() >= e.getValue()));
    return wanted.keySet().stream()
        .<Set<Integer>>map(file -> file.lastSecond(CALLER, AGENT, SUPERVISOR))
        .toList();
  }
}
