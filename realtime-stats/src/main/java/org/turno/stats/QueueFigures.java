package org.turno.stats;

import org.jspecify.annotations.Nullable;
import org.turno.acd.plan.Ageing;
import org.turno.acd.plan.QueueId;

/**
 * One queue at one moment.
 *
 * @param name what people read
 * @param targetMs T of the service-level formulas
 * @param shortAbandonMs who hangs up sooner is a short abandon
 * @param ageing how waiting raises a contact's priority
 * @param calibration how well its estimated waits held today
 * @param figures a contact that overflows into another queue counts as offered in both
 * @param observed whose own queue it is; null for one of Turno's
 */
public record QueueFigures(
    QueueId id,
    String name,
    long targetMs,
    long shortAbandonMs,
    Ageing ageing,
    Calibration calibration,
    GroupFigures figures,
    @Nullable ObservedSource observed) {}
