package org.turno.stats;

import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.PbxId;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;

/** One queue. It outlives its configuration while contacts of it are alive. */
final class QueueModel {
  final QueueId id;
  final GroupCounter counter = new GroupCounter();
  QueuePlan plan;
  boolean configured = true;
  Calibration calibration = Calibration.NONE;

  /** Whose own queue it is; null for one of Turno's. */
  @Nullable PbxId observedPbx;

  /** What that PBX calls it, and its own service level there; 0 for none. */
  String observedName = "";

  long observedLevelMs;

  private @Nullable QueueFigures row;

  QueueModel(QueuePlan plan) {
    this.id = plan.id();
    this.plan = plan;
  }

  void startDay(long dayStartMs) {
    counter.startDay(dayStartMs);
    calibration = Calibration.NONE;
  }

  /** The same object as before where nothing changed. */
  QueueFigures figures(@Nullable ObservedSource source) {
    QueueFigures made =
        new QueueFigures(
            id,
            plan.name(),
            plan.serviceLevelTargetMs(),
            plan.shortAbandonMs(),
            plan.routing().ageing(),
            calibration,
            counter.figures(),
            source);
    QueueFigures known = row;
    if (known != null && made.equals(known)) {
      return known;
    }
    row = made;
    return made;
  }

  FiguresImage.Queue image() {
    return new FiguresImage.Queue(
        plan, configured, counter.image(), calibration, observedPbx, observedName, observedLevelMs);
  }

  static QueueModel of(FiguresImage.Queue image) {
    QueueModel queue = new QueueModel(image.plan());
    queue.configured = image.configured();
    queue.calibration = image.calibration();
    queue.observedPbx = image.observedPbx();
    queue.observedName = image.observedName();
    queue.observedLevelMs = image.observedLevelMs();
    queue.counter.restore(image.counter());
    return queue;
  }
}
