package org.turno.server.app;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turno.acd.effect.Effect;
import org.turno.acd.engine.EffectDispatcher;
import org.turno.acd.engine.InputSink;
import org.turno.acd.input.EffectReport;
import org.turno.acd.plan.PbxId;
import org.turno.pbx.PbxAdapter;

/** Hands each effect to the adapter of its PBX. */
final class PbxDispatcher implements EffectDispatcher {
  private static final Logger LOG = LoggerFactory.getLogger(PbxDispatcher.class);

  private final Map<PbxId, PbxAdapter> adapters = new ConcurrentHashMap<>();
  private volatile @Nullable InputSink sink;

  /** Before the first effect. */
  void reportTo(InputSink inputs) {
    sink = inputs;
  }

  void add(PbxAdapter adapter) {
    adapters.put(adapter.id(), adapter);
  }

  @Override
  public void dispatch(Effect effect) {
    PbxAdapter adapter = adapters.get(effect.pbx());
    if (adapter != null) {
      adapter.execute(effect);
      return;
    }
    InputSink inputs = sink;
    EffectReport failed =
        new EffectReport.Failed(
            effect.pbx(),
            effect.id(),
            EffectReport.Failure.LINK_DOWN,
            "no link to this PBX since Turno started");
    if (inputs == null || !inputs.offer(failed)) {
      LOG.warn("Effect {} for PBX {}, which has no link, stays open", effect.id(), effect.pbx());
    }
  }
}
