const SILENCE_MS = 6_000;
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 15_000;
const UNAUTHORIZED = 4401;

/**
 * The connection to the server. It comes back by itself, each time a little later, and it says when
 * it is not live: after a few seconds of silence too, since a dead link can look open.
 */
export class Stream extends EventTarget {
  /** 'connecting', 'live', 'stale' or 'locked' (the server asks for a token or password). */
  state = 'connecting';
  /** When the last message came, real time, epoch milliseconds; 0 before the first. */
  heardAt = 0;
  /** When the next try begins, real time, epoch milliseconds. */
  retryAt = 0;

  #store;
  #clock;
  #credentials;
  #socket = null;
  #failures = 0;
  #silence = 0;
  #retry = 0;

  constructor(store, clock, credentials) {
    super();
    this.#store = store;
    this.#clock = clock;
    this.#credentials = credentials;
  }

  open() {
    clearTimeout(this.#retry);
    this.#drop();
    const url = new URL('api/v1/stream', document.baseURI);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(url);
    this.#socket = socket;
    socket.onopen = () => socket.send(JSON.stringify({ type: 'hello', ...this.#credentials() }));
    socket.onmessage = (event) => this.#heard(JSON.parse(event.data));
    socket.onclose = (event) => this.#closed(event.code);
    this.#watch();
  }

  #drop() {
    clearTimeout(this.#silence);
    if (this.#socket) {
      this.#socket.onopen = this.#socket.onmessage = this.#socket.onclose = null;
      this.#socket.close();
      this.#socket = null;
    }
  }

  #heard(message) {
    if (!this.#store.take(message)) {
      this.#reconnect(0);
      return;
    }
    this.#clock.set(message.nowMs, message.speed);
    this.heardAt = Date.now();
    this.#failures = 0;
    this.#watch();
    this.#become('live');
    this.dispatchEvent(new Event('figures'));
  }

  /** Takes silence for a dead link. */
  #watch() {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#closed(0), SILENCE_MS);
  }

  #closed(code) {
    if (code === UNAUTHORIZED) {
      this.#drop();
      this.#become('locked');
      return;
    }
    this.#failures++;
    const wait = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (this.#failures - 1));
    this.#reconnect(wait * (0.75 + Math.random() / 2));
  }

  #reconnect(afterMs) {
    this.#drop();
    this.retryAt = Date.now() + afterMs;
    this.#become(this.heardAt ? 'stale' : 'connecting');
    this.#retry = setTimeout(() => this.open(), afterMs);
  }

  #become(state) {
    if (this.state !== state) {
      this.state = state;
      this.dispatchEvent(new Event('state'));
    }
  }
}
