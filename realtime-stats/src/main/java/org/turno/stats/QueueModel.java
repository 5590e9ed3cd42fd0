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

  private @Nullable QueueFigures row;

  QueueModel(QueuePlan plan) {
    this.id = plan.id();
    this.plan = plan;
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
            counter.figures());
    QueueFigures known = row;
    if (known != null && made.equals(known)) {
      return known;
    }
    row = made;
    return made;
  }

  FiguresImage.Queue image() {
    return new FiguresImage.Queue(plan, configured, counter.image());
  }

  static QueueModel of(FiguresImage.Queue image) {
    QueueModel queue = new QueueModel(image.plan());
    queue.configured = image.configured();
    queue.counter.restore(image.counter());
    return queue;
  }
}
