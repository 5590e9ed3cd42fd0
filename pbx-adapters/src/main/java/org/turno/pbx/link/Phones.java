package org.turno.pbx.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.turno.acd.input.PbxInput;
import org.turno.acd.input.PhoneSnapshot;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.PhoneId;
import org.turno.acd.plan.PhoneState;

/** What is known of phones, and what the core was told. Used on the adapter's context only. */
public final class Phones {
  private final PbxId pbx;
  private final Predicate<PhoneId> ofInterest;
  private final BooleanSupplier mayTell;
  private final Consumer<PbxInput> facts;
  private final Map<String, PhoneState> states = new TreeMap<>();
  private final Map<String, PhoneState> told = new TreeMap<>();

  /**
   * Without any phone.
   *
   * @param ofInterest which devices are agents' phones: a trunk changes its state with each call
   * @param mayTell whether the core can be told now
   * @param facts takes each change
   */
  public Phones(
      PbxId pbx, Predicate<PhoneId> ofInterest, BooleanSupplier mayTell, Consumer<PbxInput> facts) {
    this.pbx = pbx;
    this.ofInterest = ofInterest;
    this.mayTell = mayTell;
    this.facts = facts;
  }

  /** A phone's state is known. */
  public void changed(String device, PhoneState state) {
    states.put(device, state);
    if (mayTell.getAsBoolean()) {
      tell(device, state);
    }
  }

  /** Nobody watches them any more: a stale "unreachable" must not keep an agent from work. */
  public void forget() {
    List.copyOf(states.keySet()).forEach(device -> changed(device, PhoneState.UNKNOWN));
  }

  /** Tells what the core has not heard, as of a phone that became an agent's a moment ago. */
  public void tellNews() {
    if (mayTell.getAsBoolean()) {
      states.forEach(this::tell);
    }
  }

  private void tell(String device, PhoneState state) {
    PhoneId phone = new PhoneId(pbx, device);
    if (told.get(device) != state && ofInterest.test(phone)) {
      told.put(device, state);
      facts.accept(new PbxInput.PhoneChanged(pbx, phone, state));
    }
  }

  /** All of interest, for an inventory, with which the core is told of them. */
  public List<PhoneSnapshot> snapshot() {
    List<PhoneSnapshot> phones = new ArrayList<>();
    states.forEach(
        (device, state) -> {
          PhoneId phone = new PhoneId(pbx, device);
          if (ofInterest.test(phone)) {
            told.put(device, state);
            phones.add(new PhoneSnapshot(phone, state));
          }
        });
    return phones;
  }
}
