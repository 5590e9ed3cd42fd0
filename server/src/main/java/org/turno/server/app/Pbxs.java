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
import org.turno.pbx.freeswitch.FreeSwitchAdapter;
import org.turno.pbx.freeswitch.FreeSwitchOptions;
import org.turno.pbx.freeswitch.esl.EslAddress;
import org.turno.pbx.freeswitch.esl.EslTimes;
import org.turno.server.config.AsteriskConfig;
import org.turno.server.config.FreeSwitchConfig;
import org.turno.server.config.PbxConfig;

/** Makes the adapters to the PBXs of a configuration. */
final class Pbxs implements ServerSetup.PbxFactory {
  private final List<PbxConfig> configs;
  private final AgentPhones phones;
  private final CustomerMarks customers;
  private final SealedNumbers numbers;

  Pbxs(
      List<PbxConfig> configs, AgentPhones phones, CustomerMarks customers, SealedNumbers numbers) {
    this.configs = configs;
    this.phones = phones;
    this.customers = customers;
    this.numbers = numbers;
  }

  @Override
  public List<PbxAdapter> make(Vertx vertx, InputSink inputs) {
    List<PbxAdapter> adapters = new ArrayList<>();
    for (PbxConfig config : configs) {
      adapters.add(
          switch (config) {
            case AsteriskConfig asterisk ->
                new AsteriskAdapter(
                    vertx, options(asterisk), phones::contains, customers, outside(config));
            case FreeSwitchConfig freeSwitch ->
                new FreeSwitchAdapter(
                    vertx, options(freeSwitch), phones::contains, customers, outside(config));
          });
    }
    return adapters;
  }

  private static FreeSwitchOptions options(FreeSwitchConfig config) {
    EslAddress address = new EslAddress(config.host(), config.port(), config.password().reveal());
    return new FreeSwitchOptions(
        config.id(), address, EslTimes.DEFAULT, config.deadManSwitchS(), config.dial());
  }

  private OutsideCalls outside(PbxConfig config) {
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
