import { html, nothing } from 'lit';
import { agents } from './agents.js';
import { chart } from './chart.js';
import { doors } from './doors.js';
import { banner, header } from './header.js';
import { login } from './login.js';
import { queues } from './queues.js';
import { staff } from './staff.js';
import { totals } from './totals.js';

/** The whole screen. */
export function board(view) {
  const { t, store, stream, live } = view;
  if (stream.state === 'locked') {
    return html`${header(view)}<main class="gate">${login(view)}</main>`;
  }
  const figures = store.ready
    ? html`
        ${totals(view)} ${doors(view)}
        <div class="middle">${queues(view)}
          <div class="aside">${chart(view)} ${staff(view)}</div>
        </div>
        ${agents(view)} ${legend(view)}
      `
    : html`<p class="waiting-room">${t.connecting}</p>`;
  return html`
    <a class="skip" href="#queues">${t.skip}</a>
    ${header(view)} ${banner(view)}
    <main
      class=${live ? 'figures' : 'figures dimmed'}
      data-seq=${store.seq}
      aria-busy=${store.ready ? 'false' : 'true'}
    >
      ${figures}
    </main>
  `;
}

function legend({ t }) {
  const f = t.formula;
  return html`
    <footer class="legend">
      <h2>${t.formulas}</h2>
      <ul>
        ${[f.serviceLevel, f.abandonRate, f.asa, f.aht, f.occupancy, f.day].map(
          (text) => (text ? html`<li>${text}</li>` : nothing),
        )}
      </ul>
    </footer>
  `;
}
