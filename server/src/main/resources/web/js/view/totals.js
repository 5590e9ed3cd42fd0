import { html, nothing } from 'lit';
import { overTarget } from '../alerts.js';
import { fullName } from '../names.js';
import { icon } from './icons.js';

/** The figures that are read across the room. */
export function totals({ t, format, store, nowMs }) {
  const all = store.totals;
  const signedIn = Object.entries(all.agents)
    .filter(([state]) => state !== 'signed_out')
    .reduce((sum, [, n]) => sum + n, 0);
  const oldest = oldestQueue(store);
  const over = oldest !== null && overTarget(oldest, nowMs);
  const otherwise = all.overflowed + all.takenByPbx + all.lost + all.unservable;
  return html`
    <section class="totals" aria-label=${t.now}>
      <dl>
        ${tile('waiting', t.waiting, format.number(all.waiting), t.beingOffered(all.ringing))}
        ${tile(
          over ? 'longest over' : 'longest',
          t.longestWait,
          format.duration(all.oldestArrivedMs === null ? null : nowMs - all.oldestArrivedMs),
          oldest === null
            ? t.nobodyWaits
            : html`${over ? html`${icon('over')}<strong>${t.over}</strong> ` : nothing}${t.inQueue(fullName(t, oldest))}`,
        )}
        ${tile(
          'level',
          t.serviceLevel,
          format.percent(all.serviceLevelOffered),
          t.formula.serviceLevelShort,
        )}
        ${tile('answered', t.answered, format.number(all.answered), t.answeredOf(format.number(all.offered)))}
        ${tile(
          'abandoned',
          t.abandoned,
          format.number(all.abandoned),
          html`${t.abandonedShare(format.percent(all.abandonRate))}${otherwise > 0
            ? html` · ${t.otherEndings(format.number(otherwise))}`
            : nothing}`,
        )}
        ${tile(
          'available',
          t.available,
          format.number(all.agents.available),
          t.ofSignedIn(format.number(signedIn)),
        )}
      </dl>
    </section>
  `;
}

function tile(name, label, value, note) {
  return html`
    <div class="tile ${name}" data-figure=${name.split(' ')[0]}>
      <dt>${label}</dt>
      <dd class="value">${value}</dd>
      <dd class="note">${note}</dd>
    </div>
  `;
}

function oldestQueue(store) {
  let oldest = null;
  for (const queue of store.queues.values()) {
    const older = oldest === null || queue.oldestArrivedMs < oldest.oldestArrivedMs;
    if (queue.oldestArrivedMs !== null && older) {
      oldest = queue;
    }
  }
  return oldest;
}
