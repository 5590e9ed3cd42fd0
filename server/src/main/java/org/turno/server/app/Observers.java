package org.turno.server.app;

import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.turno.acd.plan.FloorPlan;
import org.turno.acd.plan.ObservedPlan;
import org.turno.acd.plan.PbxId;
import org.turno.pbx.QueueObserver;
import org.turno.pbx.asterisk.AsteriskObserver;
import org.turno.pbx.asterisk.ami.AmiAddress;
import org.turno.server.config.AsteriskConfig;
import org.turno.server.config.ObserverConfig;

/** Makes the observers of a configuration, who look at what the plan in force says. */
final class Observers implements ServerSetup.ObserverFactory {
  private final List<ObserverConfig> configs;
  private volatile FloorPlan plan;

  Observers(FloorPlan plan, List<ObserverConfig> configs) {
    this.plan = plan;
    this.configs = configs;
  }

  void inForce(FloorPlan newPlan) {
    plan = newPlan;
  }

  @Override
  public List<QueueObserver> make(Vertx vertx) {
    List<QueueObserver> observers = new ArrayList<>();
    for (ObserverConfig config : configs) {
      AsteriskConfig.Ami ami = config.ami();
      AmiAddress address =
          new AmiAddress(ami.host(), ami.port(), ami.user(), ami.password().reveal());
      observers.add(
          new AsteriskObserver(
              vertx, config.id(), address, watched(config.id()), AsteriskObserver.Times.DEFAULT));
    }
    return observers;
  }

  private Predicate<String> watched(PbxId pbx) {
    return queue -> {
      ObservedPlan observed = plan.observed(pbx);
      return observed != null && observed.watches(queue);
    };
  }
}
