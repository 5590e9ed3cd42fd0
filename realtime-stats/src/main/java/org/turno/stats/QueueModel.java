package org.turno.stats;

import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.QueueId;
import org.turno.acd.plan.QueuePlan;

/** One queue. It outlives its configuration while contacts of it are alive. */
final class QueueModel {
  final QueueId id;
  final GroupCounter counter = new GroupCounter();
  QueuePlan plan;
  boolean configured = true;
  Calibration calibration = Calibration.NONE;

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
  QueueFigures figures() {
    QueueFigures made =
        new QueueFigures(
            id,
            plan.name(),
            plan.serviceLevelTargetMs(),
            plan.shortAbandonMs(),
            plan.routing().ageing(),
            calibration,
            counter.figures());
    QueueFigures known = row;
    if (known != null && made.equals(known)) {
      return known;
    }
    row = made;
    return made;
  }

  FiguresImage.Queue image() {
    return new FiguresImage.Queue(plan, configured, counter.image(), calibration);
  }

  static QueueModel of(FiguresImage.Queue image) {
    QueueModel queue = new QueueModel(image.plan());
    queue.configured = image.configured();
    queue.calibration = image.calibration();
    queue.counter.restore(image.counter());
    return queue;
  }
}
