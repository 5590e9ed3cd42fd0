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
    ['ringing', t.ringing],
    ['talking', t.talking],
    ['answered', t.answered],
    ['abandoned', t.abandoned],
    ['level', t.serviceLevel, t.formula.serviceLevel],
    ['asa', t.asa, t.formula.asa],
    ['aht', t.aht, t.formula.aht],
    ['occupancy', t.occupancy, t.formula.occupancy],
    ['staff', t.freeOfSignedIn],
  ];
  return html`
    <section class="queues" id="queues" tabindex="-1" aria-labelledby="queues-title">
      <h2 id="queues-title">${t.queues}</h2>
      ${rows.length === 0
        ? html`<p class="empty">${t.noQueues}</p>`
        : html`
            <table role="table" ${vars({ '--rows': String(rows.length) })}>
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
        <span class="aim">
          ${over ? html`${icon('over')}<strong>${t.over}</strong> · ` : nothing}
          ${t.target(Math.round(queue.targetMs / 1000))}
        </span>
      </th>
      ${cell('waiting', t.waiting, format.number(queue.waiting), waits)}
      ${cell(
        'longest',
        t.longestWait,
        format.duration(queue.oldestArrivedMs === null ? null : nowMs - queue.oldestArrivedMs),
        waits,
      )}
      ${cell('ringing', t.ringing, format.number(queue.ringing), queue.ringing > 0)}
      ${cell('talking', t.talking, format.number(queue.talking), queue.talking > 0)}
      ${cell('answered', t.answered, format.number(queue.answered), true)}
      ${cell('abandoned', t.abandoned, format.number(queue.abandoned), queue.abandoned > 0)}
      ${cell('level', t.serviceLevel, level(format, queue.serviceLevelOffered), true)}
      ${cell('asa', t.asa, format.duration(queue.asaMs), true)}
      ${cell('aht', t.aht, format.duration(queue.ahtMs), true)}
      ${cell('occupancy', t.occupancy, format.percent(queue.occupancy), true)}
      ${cell(
        'staff',
        t.freeOfSignedIn,
        html`<b>${queue.agents.available}</b> / ${signedIn}`,
        signedIn > 0,
      )}
    </tr>
  `;
}

/** What is nothing now steps back, so that what is something stands out. */
function cell(name, label, value, matters) {
  return html`
    <td role="cell" class="${name} ${matters ? '' : 'quiet'}" data-figure=${name}>
      <span class="label" aria-hidden="true">${label}</span>${value}
    </td>
  `;
}

function level(format, ratio) {
  return html`<span class="meter" ${vars({ '--part': String(ratio ?? 0) })}
    >${format.percent(ratio)}</span
  >`;
}
