package org.turno.load.conformance;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.Key;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.SealedNumber;
import org.turno.load.lab.AsteriskLab;
import org.turno.load.lab.AsteriskLeg;
import org.turno.load.lab.LinkProxy;
import org.turno.load.lab.SipEvent;
import org.turno.load.lab.SipEvent.Kind;
import org.turno.load.lab.SippCallers;
import org.turno.load.lab.SippPhones;
import org.turno.pbx.CustomerMarks;
import org.turno.pbx.OutsideCalls;
import org.turno.pbx.SealedNumbers;
import org.turno.pbx.asterisk.AsteriskAdapter;
import org.turno.pbx.asterisk.AsteriskOptions;
import org.turno.pbx.asterisk.ami.AmiAddress;
import org.turno.pbx.asterisk.ari.AriAddress;
import org.turno.pbx.asterisk.ari.LinkTimes;

/** A real Asterisk with SIPp at its phones. */
final class AsteriskUnderTest implements PbxUnderTest {
  static final String CALLERS_NUMBER = "600555123";

  private static final PbxId ID = new PbxId("lab");
  private static final LineId LINE = new LineId("012");
  private static final String FIXED_PHONE = "9001";
  private static final int DEAD_MAN_SECONDS = 4;
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  /** What seals nothing but shows where a number goes. */
  static final SealedNumbers PLAIN =
      new SealedNumbers() {
        @Override
        public SealedNumber seal(String number) {
          return new SealedNumber("sealed-" + number);
        }

        @Override
        public String open(SealedNumber sealed) {
          return sealed.value().substring("sealed-".length());
        }
      };

  private final AsteriskLab lab;
  private final PhoneNames names;
  private final Vertx vertx = Vertx.vertx();
  private final LinkProxy proxy;
  private final Path recording;
  private final List<SippPhones> phones = new ArrayList<>();
  private final List<SippCallers> callers = new ArrayList<>();

  /** Names of phones that no test has used, so that a phone of the last test disturbs none. */
  static final class PhoneNames {
    private int next = 1001;

    String take() {
      return Integer.toString(next++);
    }
  }

  AsteriskUnderTest(AsteriskLab lab, PhoneNames names) {
    this.lab = lab;
    this.names = names;
    proxy = new LinkProxy(lab.ports().http());
    recording = lab.folder().resolve("recording");
    writeTone(recording.resolveSibling("recording.sln"));
    phones.add(lab.phone(FIXED_PHONE, org.turno.load.lab.Manner.ringForEver()));
  }

  /** A low tone, in Asterisk's raw format: 8,000 samples of two bytes a second. */
  private static void writeTone(Path file) {
    ByteBuffer samples = ByteBuffer.allocate(5 * 8_000).order(ByteOrder.LITTLE_ENDIAN);
    while (samples.hasRemaining()) {
      samples.putShort((short) (samples.position() / 40 % 2 * 4_000));
    }
    try {
      Files.write(file, samples.array());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public PbxId id() {
    return ID;
  }

  @Override
  public LineId line() {
    return LINE;
  }

  @Override
  public String recording() {
    return recording.toString();
  }

  @Override
  public String overflowExtension() {
    return "general";
  }

  @Override
  public SealedNumber numberOf(Phone phone) {
    return new SealedNumber("sealed-" + phone.id().address().substring("PJSIP/".length()));
  }

  @Override
  public AsteriskAdapter newAdapter() {
    AriAddress ari =
        new AriAddress("127.0.0.1", proxy.port(), "turno", AsteriskLab.PASSWORD, "turno");
    AmiAddress ami = new AmiAddress("127.0.0.1", lab.ports().ami(), "turno", AsteriskLab.PASSWORD);
    return new AsteriskAdapter(
        vertx,
        new AsteriskOptions(ID, ari, ami, LinkTimes.DEFAULT, DEAD_MAN_SECONDS),
        phone -> phone.address().startsWith("PJSIP/1"),
        CustomerMarks.NONE,
        new OutsideCalls("PJSIP/{number}", "910000012", PLAIN));
  }

  @Override
  public Caller call() {
    SippCallers caller = lab.call(SippCallers.Call.staying(CALLERS_NUMBER, LINE.value()));
    callers.add(caller);
    return new Caller() {
      @Override
      public void hangUp() {
        caller.hangUp(caller.await(Kind.ANSWERED, 1));
      }

      @Override
      public void press(Key key) {
        int before = (int) caller.count(Kind.PRESSED);
        caller.press(caller.await(Kind.ANSWERED, 1), key.sign());
        caller.await(Kind.PRESSED, before + 1);
      }

      @Override
      public boolean ended() {
        return caller.count(Kind.ENDED) + caller.count(Kind.HUNG_UP) == 1;
      }
    };
  }

  @Override
  public Phone phone(Manner manner) {
    String name = names.take();
    SippPhones played = lab.phone(name, sipp(manner));
    phones.add(played);
    return new SippPhone(name, played);
  }

  private static org.turno.load.lab.Manner sipp(Manner manner) {
    return switch (manner) {
      case RINGS -> org.turno.load.lab.Manner.ringForEver();
      case ENGAGED -> new org.turno.load.lab.Manner.Busy();
      case DECLINES -> new org.turno.load.lab.Manner.Decline();
    };
  }

  @Override
  public long callersInDialplan() {
    return lab.legs().stream().filter(leg -> leg.extension().startsWith("turno-fallback,")).count();
  }

  @Override
  public boolean talking(LegId one, LegId other) {
    String conversation = conversation(one);
    return conversation != null
        && !conversation.isEmpty()
        && conversation.equals(conversation(other));
  }

  private @Nullable String conversation(LegId id) {
    return lab.legs().stream()
        .filter(leg -> leg.id().equals(id.value()))
        .map(AsteriskLeg::conversation)
        .findFirst()
        .orElse(null);
  }

  @Override
  public long legCount() {
    return lab.legs().size();
  }

  @Override
  public void cutLink() {
    proxy.cut();
  }

  @Override
  public void restart() {
    lab.kill();
    lab.startAgain();
  }

  @Override
  public void close() {
    proxy.close();
    lab.rx("channel request hangup all");
    phones.forEach(SippPhones::unregister);
    lab.awaitNoLegs(DEADLINE);
    callers.forEach(SippCallers::close);
    phones.forEach(SippPhones::close);
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /** The headers by which a phone's last call asked it to answer by itself; empty for none. */
  static String wishOf(Phone phone) {
    return ((SippPhone) phone).newest(Kind.ASKED).from();
  }

  /** One phone, played by a SIPp of its own. */
  private final class SippPhone implements Phone {
    private final String name;
    private final SippPhones played;

    SippPhone(String name, SippPhones played) {
      this.name = name;
      this.played = played;
    }

    @Override
    public PhoneId id() {
      return new PhoneId(ID, "PJSIP/" + name);
    }

    @Override
    public long timesRung() {
      return played.count(name, Kind.RUNG);
    }

    @Override
    public String display() {
      return newest(Kind.RUNG).from();
    }

    @Override
    public long timesSilenced() {
      return played.count(name, Kind.CANCELLED);
    }

    @Override
    public void answer() {
      played.answer(newest(Kind.RUNG));
    }

    @Override
    public void hangUp() {
      played.hangUp(newest(Kind.ANSWERED));
    }

    private SipEvent newest(Kind kind) {
      return played.await(name, kind, Math.max(1, (int) played.count(name, kind)));
    }

    @Override
    public void unregister() {
      played.unregister();
    }

    @Override
    public void register() {
      played.register();
    }

    @Override
    public void callSomebodyElse() {
      String friend = names.take();
      phones.add(lab.phone(friend, org.turno.load.lab.Manner.ringForEver()));
      callers.add(lab.call(SippCallers.Call.staying(name, friend)));
    }
  }
}
