/**
 * The engine's time, which a demonstration runs faster than real time. Each message from the server
 * sets it; between messages it runs on by itself.
 */
export class EngineClock {
  #engineMs = 0;
  #heardMs = performance.now();
  #speed = 1;

  /** A message said what time it is. */
  set(engineMs, speed) {
    this.#engineMs = engineMs;
    this.#speed = speed;
    this.#heardMs = performance.now();
  }

  get speed() {
    return this.#speed;
  }

  /** Epoch milliseconds; stands still at the last message while nothing is known. */
  now(live) {
    return live
      ? this.#engineMs + (performance.now() - this.#heardMs) * this.#speed
      : this.#engineMs;
  }
}
