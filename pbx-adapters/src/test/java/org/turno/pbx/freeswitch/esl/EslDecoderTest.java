package org.turno.pbx.freeswitch.esl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Messages come in order and whole, however the network cuts them and whatever is in them. */
final class EslDecoderTest {
  private static byte[] message(String type, String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    String head = "Content-Length: " + length + "\nContent-Type: " + type + "\n\n";
    return (head + body).getBytes(StandardCharsets.UTF_8);
  }

  private static List<EslFrame> all(EslDecoder decoder) throws EslFormatException {
    List<EslFrame> frames = new ArrayList<>();
    for (EslFrame frame = decoder.next(); frame != null; frame = decoder.next()) {
      frames.add(frame);
    }
    return frames;
  }

  @Test
  void aThousandMessagesCutAnywhereComeInTheirOrder() throws EslFormatException {
    Random random = new Random(7);
    List<String> sent = new ArrayList<>();
    byte[] bytes = new byte[0];
    for (int i = 0; i < 1_000; i++) {
      String body = "Unique-ID: Ñandú " + i + "\n" + "x".repeat(random.nextInt(300)) + "\n\n";
      sent.add(body);
      byte[] more = message("text/event-plain", body);
      int before = bytes.length;
      bytes = Arrays.copyOf(bytes, before + more.length);
      System.arraycopy(more, 0, bytes, before, more.length);
    }
    EslDecoder decoder = new EslDecoder();
    List<String> came = new ArrayList<>();
    for (int at = 0; at < bytes.length; ) {
      int length = Math.min(bytes.length - at, 1 + random.nextInt(700));
      decoder.feed(Arrays.copyOfRange(bytes, at, at + length));
      all(decoder).forEach(frame -> came.add(frame.body()));
      at += length;
    }
    assertEquals(sent, came);
  }

  @Test
  void aMessageWithoutEndOrOfHugeLengthEndsTheConnection() {
    EslDecoder endless = new EslDecoder();
    endless.feed(new byte[EslDecoder.MAX_HEAD_BYTES + 100]);
    assertThrows(EslFormatException.class, endless::next);
    for (String length : List.of("99999999999", "-1", "x", "" + (EslDecoder.MAX_BODY_BYTES + 1))) {
      EslDecoder huge = new EslDecoder();
      huge.feed(("Content-Length: " + length + "\n\n").getBytes(StandardCharsets.UTF_8));
      assertThrows(EslFormatException.class, huge::next, length);
    }
  }

  @Test
  void noiseNeverDoesMoreThanEndTheConnection() {
    Random random = new Random(20261127);
    for (int i = 0; i < 2_000; i++) {
      EslDecoder decoder = new EslDecoder();
      byte[] noise = message("text/event-plain", "Event-Name: CHANNEL_PARK\nUnique-ID: a\n\n");
      for (int spoilt = random.nextInt(6); spoilt > 0; spoilt--) {
        noise[random.nextInt(noise.length)] = (byte) random.nextInt(256);
      }
      decoder.feed(noise);
      try {
        for (EslFrame frame : all(decoder)) {
          EslEvent.parse(frame.body());
        }
      } catch (EslFormatException e) {
        assertNotNull(e.getMessage());
      }
    }
  }

  @Test
  void onlyWhatTurnoReadsOfAnEventIsKept() throws EslFormatException {
    EslEvent event =
        EslEvent.parse(
            """
            Event-Name: CHANNEL_PARK
            Unique-ID: a-b
            Caller-Caller-ID-Number: 600555123
            variable_sip_from_user: 600555123
            variable_turno_line: 012
            """);
    assertEquals("012", event.own("line"));
    assertTrue(!event.toString().contains("600555123"), event.toString());
    assertNull(event.fields().get("Caller-Caller-ID-Number"));
  }

  @Test
  void aLineEndInAValueBeginsNoField() throws EslFormatException {
    EslEvent event =
        EslEvent.parse(
            """
            Event-Name: CHANNEL_PARK
            variable_turno_wishes: a%0Avariable_turno_line%3A%20016
            """);
    assertEquals("", event.own("line"));
    assertEquals("a\nvariable_turno_line: 016", event.own("wishes"));
  }
}
