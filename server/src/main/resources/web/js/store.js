const HOUR_MS = 3_600_000;

/** What the screen knows: the rows of the last snapshot, changed by every delta since. */
export class Store {
  seq = 0;
  ready = false;
  totals = null;
  queues = new Map();
  agents = new Map();
  teams = new Map();
  contacts = new Map();
  pbxs = new Map();
  doors = [];
  observed = [];
  trend = [];
  notReady = [];

  /**
   * Takes a message of the stream.
   *
   * @returns false where it does not follow on what is known: a new snapshot is needed
   */
  take(message) {
    if (message.type === 'snapshot') {
      this.#replace(message);
    } else if (message.type === 'delta') {
      if (!this.ready || message.from !== this.seq) {
        return false;
      }
      this.#change(message);
    }
    if (message.notReady) {
      this.notReady = message.notReady;
    }
    this.seq = message.seq;
    return true;
  }

  #replace(message) {
    this.ready = true;
    this.totals = message.totals;
    this.queues = byId(message.queues);
    this.agents = byId(message.agents);
    this.teams = byId(message.teams);
    this.contacts = byId(message.contacts);
    this.pbxs = byId(message.pbxs);
    this.doors = message.doors;
    this.observed = message.observed;
    this.trend = message.trend;
  }

  #change(message) {
    this.totals = message.totals ?? this.totals;
    put(this.queues, message.queues);
    put(this.agents, message.agents);
    put(this.teams, message.teams);
    put(this.contacts, message.contacts);
    put(this.pbxs, message.pbxs);
    this.doors = message.doors ?? this.doors;
    for (const id of message.gone ?? []) {
      this.contacts.delete(id);
    }
    if (message.trend) {
      const all = [...this.trend, ...message.trend];
      const newest = all[all.length - 1].timeMs;
      this.trend = all.filter((point) => point.timeMs > newest - HOUR_MS);
    }
  }
}

function byId(rows) {
  return new Map(rows.map((row) => [row.id, row]));
}

function put(map, rows) {
  for (const row of rows ?? []) {
    map.set(row.id, row);
  }
}
