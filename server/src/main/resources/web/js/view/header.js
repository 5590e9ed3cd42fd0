import { html, nothing } from 'lit';
import { credentials } from '../prefs.js';
import { icon } from './icons.js';

export function header(view) {
  const { t, format, store, clock, screen, actions, nowMs, live } = view;
  const simulated = store.ready && clock.speed !== 1;
  const shown = Object.keys(credentials()).length > 0;
  return html`
    <header>
      <h1><img src="favicon.svg" alt="" width="32" height="32">Turno <span>${t.board}</span></h1>
      ${simulated
        ? html`<p class="chip simulated" title=${t.speedHint}>${t.speed(format.number(clock.speed))}</p>`
        : nothing}
      ${connection(view)}
      <nav aria-label=${t.board}>
        <button type="button" lang=${screen.lang === 'es' ? 'en' : 'es'} @click=${actions.switchLanguage}>
          ${t.toLanguage}
        </button>
        <button type="button" @click=${actions.switchTheme}>
          ${screen.theme === 'dark' ? t.toLight : t.toDark}
        </button>
        <button type="button" class="wide-only" @click=${actions.fullScreen}>${t.fullScreen}</button>
        ${shown
          ? html`<button type="button" @click=${actions.leave}>${t.leave}</button>`
          : nothing}
      </nav>
      ${store.ready
        ? html`<p class=${live ? 'clock' : 'clock dimmed'}>
            <time class="time">${format.time(nowMs)}</time>
            <span class="date">${format.date(nowMs)}</span>
          </p>`
        : nothing}
    </header>
  `;
}

function connection({ t, stream }) {
  return html`<p class="chip connection ${stream.state}">${icon(stream.state)}${t[stream.state]}</p>`;
}

/** What must not be overlooked: figures that are old, and what keeps Turno from working. */
export function banner({ t, format, store, stream }) {
  if (stream.state === 'stale') {
    const now = Date.now();
    const seconds = Math.ceil((stream.retryAt - now) / 1000);
    return html`
      <div class="banner stale">
        ${icon('stale')}
        <p>
          <strong>${t.staleSince(format.time(stream.heardAt), format.duration(now - stream.heardAt))}</strong>
          ${seconds > 0 ? t.retryIn(seconds) : t.retrying}
        </p>
      </div>
    `;
  }
  if (stream.state === 'live' && store.notReady.length > 0) {
    return html`
      <div class="banner not-ready">
        ${icon('over')}
        <div><strong>${t.notReady}</strong>
          <ul lang="en">
            ${store.notReady.map((reason) => html`<li>${reason}</li>`)}
          </ul>
        </div>
      </div>
    `;
  }
  const old = store.observed.filter((source) => !source.connected);
  if (stream.state === 'live' && old.length > 0) {
    return html`
      <div class="banner stale">
        ${icon('stale')}
        <div>${old.map((source) => html`<p><strong>${outOfSight(t, format, source)}</strong></p>`)}</div>
      </div>
    `;
  }
  return nothing;
}

/** Since when the figures of a PBX's own queues are old. */
function outOfSight(t, format, source) {
  return source.sinceMs === null
    ? t.observedNever(source.pbx)
    : t.observedLost(source.pbx, format.time(source.sinceMs));
}
