import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { overTarget } from '../alerts.js';
import { icon } from './icons.js';
import { vars } from './vars.js';

/** One row per queue. Roles are spelled out: on a phone the rows are laid out as cards. */
export function queues(view) {
  const { t, store } = view;
  const rows = [...store.queues.values()];
  const heads = [
    ['waiting', t.waiting],
    ['longest', t.longestWait],
    ['talking', t.talking, t.formula.aht],
    ['answered', t.answered, t.formula.asa],
    ['abandoned', t.abandoned, t.formula.abandonRate],
    ['level', t.serviceLevel, t.formula.serviceLevel],
    ['free', t.freeOfSignedIn, t.formula.occupancy],
  ];
  return html`
    <section class="queues" id="queues" tabindex="-1" aria-labelledby="queues-title">
      <h2 id="queues-title" class="unseen">${t.queues}</h2>
      ${rows.length === 0
        ? html`<p class="empty">${t.noQueues}</p>`
        : html`
            <table role="table" class=${rows.length > 8 ? 'many' : ''} ${vars({ '--rows': String(rows.length) })}>
              <thead role="rowgroup">
                <tr role="row">
                  <th role="columnheader" scope="col" class="name">${t.queue}</th>
                  ${heads.map(
                    ([name, label, formula]) =>
                      html`<th role="columnheader" scope="col" class=${name} title=${formula ?? nothing}>
                        ${label}
                      </th>`,
                  )}
                </tr>
              </thead>
              <tbody role="rowgroup">
                ${repeat(rows, (queue) => queue.id, (queue) => row(view, queue))}
              </tbody>
            </table>
          `}
    </section>
  `;
}

function row({ t, format, nowMs }, queue) {
  const over = overTarget(queue, nowMs);
  const waits = queue.waiting + queue.ringing > 0;
  const signedIn = Object.entries(queue.agents).reduce(
    (sum, [state, n]) => sum + (state === 'signed_out' ? 0 : n),
    0,
  );
  return html`
    <tr role="row" class=${over ? 'over' : ''} data-queue=${queue.id}>
      <th role="rowheader" scope="row" class="name">
        <span class="queue-name">${queue.name}</span>
        ${queue.observed ? observed(t, format, queue.observed) : nothing}
        ${over ? html`<span class="aim">${icon('over')}${t.over}</span>` : nothing}
      </th>
      ${cell('waiting', t.waiting, format.number(queue.waiting), waits, ringing(t, format, queue))}
      ${cell(
        'longest',
        t.longestWait,
        format.duration(queue.oldestArrivedMs === null ? null : nowMs - queue.oldestArrivedMs),
        waits,
        t.target(Math.round(queue.targetMs / 1000)),
      )}
      ${cell(
        'talking',
        t.talking,
        format.number(queue.talking),
        queue.talking > 0,
        t.noteAht(format.duration(queue.ahtMs)),
      )}
      ${cell(
        'answered',
        t.answered,
        format.number(queue.answered),
        true,
        t.noteAsa(format.duration(queue.asaMs)),
      )}
      ${cell(
        'abandoned',
        t.abandoned,
        format.number(queue.abandoned),
        queue.abandoned > 0,
        t.noteRate(format.percent(queue.abandonRate)),
      )}
      ${cell('level', t.serviceLevel, format.percent(queue.serviceLevelOffered), true, meter(queue))}
      ${cell(
        'free',
        t.freeOfSignedIn,
        html`<b>${queue.agents.available}</b> / ${signedIn}`,
        signedIn > 0,
        t.noteOccupancy(format.percent(queue.occupancy)),
      )}
    </tr>
  `;
}

/** Whose queue it is, in words: Turno only looks on. */
function observed(t, format, source) {
  return html`
    <span class="observed">${t.observed(source.pbx)}</span>
    ${source.connected || source.sinceMs === null
      ? nothing
      : html`<span class="aim">${icon('stale')}${t.observedOld(format.time(source.sinceMs))}</span>`}
  `;
}

/** What is nothing now steps back, so that what is something stands out. */
function cell(name, label, value, matters, note) {
  return html`
    <td role="cell" class="${name} ${matters ? '' : 'quiet'}" data-figure=${name}>
      <span class="label" aria-hidden="true">${label}</span>
      <span class="value">${value}</span>
      <span class="note">${note}</span>
    </td>
  `;
}

function ringing(t, format, queue) {
  return queue.ringing > 0 ? t.noteRinging(format.number(queue.ringing)) : nothing;
}

function meter(queue) {
  const part = String(queue.serviceLevelOffered ?? 0);
  return html`<span class="meter" ${vars({ '--part': part })}></span>`;
}
