package org.turno.acd.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.turno.acd.engine.Entry;
import org.turno.acd.engine.JournalException;
import org.turno.acd.event.AgentEvent;
import org.turno.acd.input.AdminInput;
import org.turno.acd.input.DeskInput;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.FloorPlan;

/**
 * Journals and snapshots that were written before a record gained a field. A present field plays
 * the one that was gained later.
 */
final class LaterFieldsTest {
  private static final AgentId ANNA = new AgentId("anna");
  private static final LaterFields LATER =
      new LaterFields(
          Map.of(
              DeskInput.Pause.class,
              Map.of("reason", "unnamed"),
              AgentEvent.Paused.class,
              Map.of("reason", "unnamed"),
              FloorPlan.class,
              Map.of("agents", List.of())));

  private final EntryCodec codec = new EntryCodec(LATER);

  private static Entry entry(String reason) {
    return new Entry(
        7,
        Entries.START_MS,
        new DeskInput.Pause(ANNA, reason),
        List.of(new AgentEvent.Paused(ANNA, reason, false)),
        List.of());
  }

  private static byte[] without(String field, byte[] document) {
    String text = new String(document, US_ASCII);
    String older = text.replaceAll(",\"" + field + "\":(\"[^\"]*\"|\\[\\])", "");
    assertTrue(older.length() < text.length(), text);
    return older.getBytes(US_ASCII);
  }

  @Test
  void anEntryFromBeforeAFieldCameHasWhatThatMeant() {
    byte[] older = without("reason", codec.encode(entry("coffee")));
    assertEquals(entry("unnamed"), codec.decode(older));
  }

  @Test
  void anEntryThatHasTheFieldKeepsIt() {
    assertEquals(entry("coffee"), codec.decode(codec.encode(entry("coffee"))));
    for (long seed = 1; seed <= 300; seed++) {
      Entry entry = new Arbitrary(seed).entry(seed, seed * 1_000);
      assertEquals(entry, codec.decode(codec.encode(entry)), "seed " + seed);
    }
  }

  @Test
  void aRecordWithinARecordMayLackWhatCameLaterToo() {
    Entry loaded =
        new Entry(
            1, Entries.START_MS, new AdminInput.PlanLoaded(FloorPlan.EMPTY), List.of(), List.of());
    assertEquals(loaded, codec.decode(without("agents", codec.encode(loaded))));
  }

  @Test
  void aSnapshotFromBeforeAFieldCameIsRestored() throws Exception {
    SnapshotCodec<FloorPlan> snapshots = new SnapshotCodec<>(FloorPlan.class, LATER);
    String whole = new String(snapshots.encode(7, FloorPlan.EMPTY), US_ASCII);
    byte[] body = without("agents", whole.substring(whole.indexOf('\n') + 1).getBytes(US_ASCII));
    byte[] older = snapshots.withHead(7, body);
    assertEquals(FloorPlan.EMPTY, snapshots.decode(7, older));
  }

  @Test
  void whatWasAlwaysThereIsDamageWhereItIsMissing() {
    byte[] older = without("agent", codec.encode(entry("coffee")));
    assertThrows(JournalException.class, () -> codec.decode(older));
    byte[] present = without("reason", new EntryCodec().encode(entry("coffee")));
    assertThrows(JournalException.class, () -> new EntryCodec().decode(present));
  }

  @Test
  void aFieldThatNoRecordHasIsNoticedByWhoeverAddsIt() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new LaterFields(Map.of(DeskInput.Pause.class, Map.of("raison", ""))));
  }
}
