package org.turno.acd.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turno.acd.effect.Effect;
import org.turno.acd.engine.Entry;
import org.turno.acd.event.AgentEvent;
import org.turno.acd.event.ContactEvent;
import org.turno.acd.event.Event;
import org.turno.acd.event.OfferEvent;
import org.turno.acd.event.PbxEvent;
import org.turno.acd.event.TimerEvent;
import org.turno.acd.event.TimerId;
import org.turno.acd.input.AdminInput;
import org.turno.acd.input.DeskInput;
import org.turno.acd.input.EffectReport;
import org.turno.acd.input.HangupReason;
import org.turno.acd.input.Input;
import org.turno.acd.input.PbxInput;
import org.turno.acd.input.PhoneSnapshot;
import org.turno.acd.plan.AgentId;
import org.turno.acd.plan.CallerDisplay;
import org.turno.acd.plan.ContactId;
import org.turno.acd.plan.EffectId;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.LegId;
import org.turno.acd.plan.LineId;
import org.turno.acd.plan.OfferId;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.PhoneState;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.Requirement;

final class JournalDumpTest {
  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
  private static final PbxId PBX = new PbxId("asterisk");
  private static final LineId LINE = new LineId("012");
  private static final QueueId QUEUE = new QueueId("general");
  private static final AgentId ANNA = new AgentId("anna");

  @TempDir private Path folder;
  private final List<Entry> entries = new ArrayList<>();

  private void add(Input input, List<Event> events, List<Effect> effects) {
    long seq = entries.size() + 1L;
    entries.add(new Entry(seq, Entries.START_MS + seq * 1_500, input, events, effects));
  }

  private void write() {
    try (ChronicleJournal journal = ChronicleJournal.open(folder, Sync.NONE)) {
      entries.forEach(journal::append);
    }
  }

  private String dump(long from, long to, @Nullable String contact) {
    StringBuilder text = new StringBuilder();
    ContactId id = contact == null ? null : new ContactId(contact);
    JournalDump.Selection selection = new JournalDump.Selection(from, to, id);
    long shown =
        new JournalDump(folder, selection).text(MADRID, lines -> text.append(lines) == text);
    assertEquals(text.toString().lines().filter(l -> l.startsWith("#")).count(), shown);
    return text.toString();
  }

  private static String seqs(String dump) {
    return dump.lines()
        .filter(l -> l.startsWith("#"))
        .map(l -> l.substring(1, l.indexOf(' ')))
        .collect(joining(" "));
  }

  private void arrive(String contact, String leg) {
    ContactId id = new ContactId(contact);
    LegId caller = new LegId(leg);
    add(
        new PbxInput.CallArrived(PBX, caller, LINE),
        List.of(
            new ContactEvent.Arrived(id, PBX, caller, LINE, 5, Entries.START_MS),
            new ContactEvent.Queued(
                id, QUEUE, Requirement.parse("violence >= 50 and (lang.es or lang.en >= 30)"))),
        List.of(new Effect.Park(new EffectId("park-" + contact), PBX, caller, "default")));
  }

  private void offer(String contact, String leg) {
    OfferId offer = new OfferId("offer-" + contact);
    EffectId ring = new EffectId("ring-" + contact);
    add(
        new DeskInput.Ready(ANNA),
        List.of(
            new AgentEvent.Resumed(ANNA),
            new OfferEvent.Made(
                offer,
                new ContactId(contact),
                QUEUE,
                ANNA,
                new LegId(ring.value()),
                Entries.START_MS + 20_000),
            new TimerEvent.Set(
                new TimerId(TimerId.Kind.OFFER, offer.value()), Entries.START_MS + 20_000)),
        List.of(
            new Effect.Ring(
                ring,
                PBX,
                new PhoneId(PBX, "PJSIP/1001"),
                new LegId(leg),
                LINE,
                "Información",
                CallerDisplay.LINE,
                17_000)));
  }

  @Test
  void anEntryReadsAsItsInputWithItsEventsAndEffectsBelow() {
    arrive("c-77", "1790.12");
    offer("c-77", "1790.12");
    write();
    assertEquals(
        """
        #1 2026-09-21 16:13:21.500+02:00 call-arrived pbx=asterisk leg=1790.12 line=012
            event contact.arrived contact=c-77 pbx=asterisk leg=1790.12 line=012 priority=5 arrived=16:13:20.000
            event contact.queued contact=c-77 queue=general requirement="violence >= 50 and (lang.es or lang.en >= 30)"
            effect park id=park-c-77 pbx=asterisk leg=1790.12 music=default
        #2 2026-09-21 16:13:23.000+02:00 ready agent=anna
            event agent.resumed agent=anna
            event offer.made offer=offer-c-77 contact=c-77 queue=general agent=anna leg=ring-c-77 deadline=16:13:40.000
            event timer.set timer={kind=OFFER subject=offer-c-77} deadline=16:13:40.000
            effect ring id=ring-c-77 pbx=asterisk phone={pbx=asterisk address=PJSIP/1001} caller=1790.12 line=012 lineName=Información display=LINE ringTimeout=17.0s autoAnswer=false
        """,
        dump(0, Long.MAX_VALUE, null));
  }

  @Test
  void aRangeShowsItsEntriesOnly() {
    for (int i = 1; i <= 9; i++) {
      arrive("c-" + i, "leg-" + i);
    }
    write();
    assertEquals("1 2 3 4 5 6 7 8 9", seqs(dump(0, Long.MAX_VALUE, null)));
    assertEquals("4 5 6", seqs(dump(4, 6, null)));
    assertEquals("8 9", seqs(dump(8, 100, null)));
    assertEquals("", seqs(dump(10, 100, null)));
  }

  @Test
  void aContactsEntriesAreFoundByItsLegsItsOffersAndItsEffects() {
    arrive("c-1", "leg-1");
    arrive("c-2", "leg-2");
    offer("c-1", "leg-1");
    add(new PbxInput.LegRinging(PBX, new LegId("ring-c-1")), List.of(), List.of());
    add(
        new EffectReport.Done(PBX, new EffectId("park-c-2")),
        List.of(
            new PbxEvent.EffectSettled(PBX, new EffectId("park-c-2"), PbxEvent.Settlement.DONE)),
        List.of());
    add(new PbxInput.LegEnded(PBX, new LegId("leg-1"), HangupReason.NORMAL), List.of(), List.of());
    write();
    assertEquals("1 3 4 6", seqs(dump(0, Long.MAX_VALUE, "c-1")));
    assertEquals("2 5", seqs(dump(0, Long.MAX_VALUE, "c-2")));
    assertEquals("4 6", seqs(dump(4, 9, "c-1")));
    assertEquals("", seqs(dump(0, Long.MAX_VALUE, "c-3")));
  }

  @Test
  void textThatWouldConfuseATerminalIsEscaped() {
    add(
        new DeskInput.Pause(ANNA, "\u001B[2J \"x\" \u202E \uD83D\uDE80 \uD83D"),
        List.of(),
        List.of());
    add(new DeskInput.Pause(ANNA, ""), List.of(), List.of());
    write();
    String dump = dump(0, Long.MAX_VALUE, null);
    assertTrue(
        dump.contains("reason=\"\\u001B[2J \\\"x\\\" \\u202E \uD83D\uDE80 \\uD83D\" in=0.0s\n"),
        dump);
    assertTrue(dump.endsWith("reason=\"\" in=0.0s\n"), dump);
  }

  @Test
  void longListsAreCutAndSaySo() {
    List<PhoneSnapshot> phones =
        IntStream.range(0, 100)
            .mapToObj(i -> new PhoneSnapshot(new PhoneId(PBX, "PJSIP/" + i), PhoneState.FREE))
            .toList();
    add(new PbxInput.Inventory(PBX, "22.1", List.of(), List.of(), phones), List.of(), List.of());
    write();
    String dump = dump(0, Long.MAX_VALUE, null);
    assertTrue(dump.contains("address=PJSIP/19} state=FREE} and 80 more"), dump);
    assertFalse(dump.contains("PJSIP/20"), dump);
  }

  @Test
  void aConfigurationIsShownByItsCounts() {
    add(new AdminInput.PlanLoaded(new Arbitrary(5).floorPlan()), List.of(), List.of());
    write();
    String dump = dump(0, Long.MAX_VALUE, null);
    assertTrue(
        dump.matches(
            "#1 .* plan-loaded plan=\\{pbxs=\\d+ lines=\\d+ queues=\\d+ agents=\\d+ reserves=\\d+"
                + "( [a-z]+=\\d+)*}\n"),
        dump);
  }

  @Test
  void everyEntryCanBeShown() {
    Arbitrary arbitrary = new Arbitrary(3);
    EntryCodec codec = new EntryCodec();
    EntryText text = new EntryText(MADRID);
    for (long seq = 1; seq <= 2_000; seq++) {
      Entry entry = arbitrary.entry(seq, Entries.START_MS);
      String shown = text.of(codec.tree(codec.encode(entry)));
      assertEquals(1 + entry.events().size() + entry.effects().size(), shown.lines().count());
    }
  }

  @Test
  void rawDocumentsAreOnePerLine() {
    arrive("c-1", "leg-1");
    offer("c-1", "leg-1");
    write();
    List<String> lines = new ArrayList<>();
    long shown =
        new JournalDump(folder, new JournalDump.Selection(0, Long.MAX_VALUE, null))
            .json(lines::add);
    assertEquals(2, shown);
    EntryCodec codec = new EntryCodec();
    for (int i = 0; i < 2; i++) {
      assertTrue(lines.get(i).endsWith("}\n"));
      byte[] document = lines.get(i).strip().getBytes(US_ASCII);
      assertEquals(entries.get(i), codec.decode(document));
    }
  }

  @Test
  void aDumpEndsWhenItsReaderHasGone() {
    for (int i = 1; i <= 9; i++) {
      arrive("c-" + i, "leg-" + i);
    }
    write();
    List<String> taken = new ArrayList<>();
    JournalDump dump = new JournalDump(folder, new JournalDump.Selection(0, Long.MAX_VALUE, null));
    assertEquals(2, dump.text(MADRID, lines -> taken.add(lines) && taken.size() < 3));
    assertEquals(3, taken.size());
  }

  @Test
  void figuresCountEveryType() {
    arrive("c-1", "leg-1");
    arrive("c-2", "leg-2");
    offer("c-1", "leg-1");
    add(new AdminInput.PlanLoaded(FloorPlan.EMPTY), List.of(), List.of());
    write();
    JournalStat stat = JournalStat.of(folder);
    assertEquals(4, stat.entries());
    assertEquals(1, stat.firstSeq());
    assertEquals(4, stat.lastSeq());
    assertEquals(Entries.START_MS + 1_500, stat.firstTimeMs());
    assertEquals(Entries.START_MS + 6_000, stat.lastTimeMs());
    assertEquals(1, stat.files());
    assertTrue(stat.entryBytes() > 1_000 && stat.entryBytes() < stat.fileBytes());
    assertEquals("{call-arrived=2, plan-loaded=1, ready=1}", stat.inputs().toString());
    assertEquals(
        "{agent.resumed=1, contact.arrived=2, contact.queued=2, offer.made=1, timer.set=1}",
        stat.events().toString());
    assertEquals("{park=2, ring=1}", stat.effects().toString());
    assertTrue(stat.toJson().startsWith("{\"entries\":4,\"firstSeq\":1,\"lastSeq\":4,"));
    assertTrue(stat.toJson().endsWith("\"effects\":{\"park\":2,\"ring\":1}}"));
  }

  @Test
  void anEmptyJournalHasFiguresToo() {
    write();
    JournalStat stat = JournalStat.of(folder);
    assertEquals(0, stat.entries());
    assertEquals(0, stat.lastSeq());
    assertEquals("", dump(0, Long.MAX_VALUE, null));
  }
}
