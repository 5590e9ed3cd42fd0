package org.turno.pbx.asterisk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.turno.acd.input.PbxInput;
import org.turno.acd.input.PhoneSnapshot;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.PhoneState;

/** What is known of phones. Used on the adapter's context only. */
final class Phones {
  private final PbxId pbx;
  private final Predicate<PhoneId> ofInterest;
  private final Consumer<PbxInput> facts;
  private final Map<String, PhoneState> states = new TreeMap<>();

  /**
   * Without any phone.
   *
   * @param ofInterest which devices are agents' phones: a trunk changes its state with each call
   * @param facts takes each change
   */
  Phones(PbxId pbx, Predicate<PhoneId> ofInterest, Consumer<PbxInput> facts) {
    this.pbx = pbx;
    this.ofInterest = ofInterest;
    this.facts = facts;
  }

  void changed(String device, PhoneState state) {
    PhoneId phone = new PhoneId(pbx, device);
    if (states.put(device, state) != state && ofInterest.test(phone)) {
      facts.accept(new PbxInput.PhoneChanged(pbx, phone, state));
    }
  }

  /** Nobody watches them any more: a stale "unreachable" must not keep an agent from work. */
  void forget() {
    List.copyOf(states.keySet()).forEach(device -> changed(device, PhoneState.UNKNOWN));
  }

  List<PhoneSnapshot> snapshot() {
    List<PhoneSnapshot> phones = new ArrayList<>();
    states.forEach(
        (device, state) -> {
          PhoneId phone = new PhoneId(pbx, device);
          if (ofInterest.test(phone)) {
            phones.add(new PhoneSnapshot(phone, state));
          }
        });
    return phones;
  }
}
