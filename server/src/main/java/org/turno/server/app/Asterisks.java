package org.turno.server.app;

import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import org.turno.acd.engine.InputSink;
import org.turno.pbx.CustomerMarks;
import org.turno.pbx.OutsideCalls;
import org.turno.pbx.PbxAdapter;
import org.turno.pbx.SealedNumbers;
import org.turno.pbx.asterisk.AsteriskAdapter;
import org.turno.pbx.asterisk.AsteriskOptions;
import org.turno.pbx.asterisk.ami.AmiAddress;
import org.turno.pbx.asterisk.ari.AriAddress;
import org.turno.pbx.asterisk.ari.LinkTimes;
import org.turno.server.config.AsteriskConfig;

/** Makes the adapters to the Asterisks of a configuration. */
final class Asterisks implements ServerSetup.PbxFactory {
  private final List<AsteriskConfig> configs;
  private final AgentPhones phones;
  private final CustomerMarks customers;
  private final SealedNumbers numbers;

  Asterisks(
      List<AsteriskConfig> configs,
      AgentPhones phones,
      CustomerMarks customers,
      SealedNumbers numbers) {
    this.configs = configs;
    this.phones = phones;
    this.customers = customers;
    this.numbers = numbers;
  }

  @Override
  public List<PbxAdapter> make(Vertx vertx, InputSink inputs) {
    List<PbxAdapter> adapters = new ArrayList<>();
    for (AsteriskConfig config : configs) {
      adapters.add(
          new AsteriskAdapter(
              vertx, options(config), phones::contains, customers, outside(config)));
    }
    return adapters;
  }

  private OutsideCalls outside(AsteriskConfig config) {
    return config
        .outside()
        .map(outside -> new OutsideCalls(outside.dial(), outside.callerId(), numbers))
        .orElse(OutsideCalls.NONE);
  }

  private static AsteriskOptions options(AsteriskConfig config) {
    AsteriskConfig.Ari ari = config.ari();
    AriAddress ariAddress =
        new AriAddress(ari.host(), ari.port(), ari.user(), ari.password().reveal(), ari.app());
    AmiAddress amiAddress =
        config
            .ami()
            .map(ami -> new AmiAddress(ami.host(), ami.port(), ami.user(), ami.password().reveal()))
            .orElse(null);
    return new AsteriskOptions(
        config.id(), ariAddress, amiAddress, LinkTimes.DEFAULT, config.deadManSwitchS());
  }
}
