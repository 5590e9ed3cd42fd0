package org.turno.pbx.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.turno.acd.input.PbxInput;
import org.turno.acd.input.PhoneSnapshot;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.PhoneState;
import org.turno.pbx.link.Phones;

/** Of which phones the core hears, and when. */
final class PhonesTest {
  private static final PbxId PBX = new PbxId("madrid");
  private static final PhoneId ANNA = new PhoneId(PBX, "PJSIP/1001");
  private static final PhoneId TRUNK = new PhoneId(PBX, "PJSIP/trunk");

  private final List<PbxInput> facts = new ArrayList<>();
  private final Set<PhoneId> agents = new TreeSet<>(Set.of(ANNA));
  private boolean mayTell = true;
  private final Phones phones = new Phones(PBX, agents::contains, () -> mayTell, facts::add);

  @Test
  void aChangeIsToldOnceAndATrunksNever() {
    phones.changed(ANNA.address(), PhoneState.BUSY);
    phones.changed(ANNA.address(), PhoneState.BUSY);
    phones.changed(TRUNK.address(), PhoneState.BUSY);
    phones.tellNews();
    assertEquals(List.of(new PbxInput.PhoneChanged(PBX, ANNA, PhoneState.BUSY)), facts);
  }

  @Test
  void whatAnInventoryToldIsNotToldAgain() {
    mayTell = false;
    phones.changed(ANNA.address(), PhoneState.FREE);
    assertEquals(List.of(new PhoneSnapshot(ANNA, PhoneState.FREE)), phones.snapshot());
    mayTell = true;
    phones.tellNews();
    assertEquals(List.of(), facts);
  }

  @Test
  void aPhoneThatBecomesAnAgentsIsToldSoon() {
    agents.remove(ANNA);
    phones.changed(ANNA.address(), PhoneState.UNREACHABLE);
    phones.tellNews();
    assertEquals(List.of(), facts);
    agents.add(ANNA);
    phones.tellNews();
    assertEquals(List.of(new PbxInput.PhoneChanged(PBX, ANNA, PhoneState.UNREACHABLE)), facts);
  }

  @Test
  void phonesThatNobodyWatchesAnyMoreAreUnknown() {
    phones.changed(ANNA.address(), PhoneState.UNREACHABLE);
    phones.forget();
    assertEquals(new PbxInput.PhoneChanged(PBX, ANNA, PhoneState.UNKNOWN), facts.getLast());
  }
}
