import { fullName } from './names.js';

const AGAIN_AFTER_MS = 60_000;

/** A queue whose longest wait has passed its target T. */
export function overTarget(queue, nowMs) {
  return queue.oldestArrivedMs !== null && nowMs - queue.oldestArrivedMs > queue.targetMs;
}

/**
 * Tells people who listen instead of look: when a queue goes over its target and when it is back,
 * at most once a minute for each queue, never with every tick.
 */
export class Alerts {
  #over = new Map();
  #spoken = new Map();
  #announcer;

  constructor(announcer) {
    this.#announcer = announcer;
  }

  say(text) {
    this.#announcer.textContent = text;
  }

  watch(queues, nowMs, t, format) {
    for (const queue of queues) {
      const over = overTarget(queue, nowMs);
      if (over !== (this.#over.get(queue.id) ?? false) && this.#mayspeak(queue.id)) {
        this.#over.set(queue.id, over);
        this.say(
          over
            ? t.alertOver(fullName(t, queue), format.duration(nowMs - queue.oldestArrivedMs))
            : t.alertWithin(fullName(t, queue)),
        );
      }
    }
  }

  #mayspeak(id) {
    const now = performance.now();
    if (now - (this.#spoken.get(id) ?? -AGAIN_AFTER_MS) < AGAIN_AFTER_MS) {
      return false;
    }
    this.#spoken.set(id, now);
    return true;
  }
}
