import { html, svg } from 'lit';

/** One shape per agent state, told apart without colour. */
const shapes = {
  available: svg`<circle cx="12" cy="12" r="9"/><path class="cut" d="M7.5 12.5l3 3 6-7"/>`,
  reserved: svg`<path d="M6 3h12v18l-6-5-6 5z"/>`,
  ringing: svg`<path d="M12 2a6.5 6.5 0 0 0-6.5 6.5V14L3 18h18l-2.5-4V8.5A6.5 6.5 0 0 0 12 2z"/><path d="M9.5 19.5h5a2.5 2.5 0 0 1-5 0z"/>`,
  talking: svg`<path d="M3 4h18v13h-9l-5 4.5V17H3z"/><path class="cut" d="M7 8.5h10M7 12.5h7"/>`,
  wrap_up: svg`<path d="M4 16.5V20h3.5L18.6 8.9l-3.5-3.5z"/><path d="M16.3 4.2l3.5 3.5 1.4-1.4a1.6 1.6 0 0 0 0-2.2l-1.3-1.3a1.6 1.6 0 0 0-2.2 0z"/>`,
  paused: svg`<path d="M6 4h4.5v16H6zM13.5 4H18v16h-4.5z"/>`,
  phone_unreachable: svg`<path d="M12 2L23 21H1z"/><path class="cut" d="M12 8.5v6M12 17v1.6"/>`,
  phone_busy: svg`<circle cx="12" cy="12" r="9"/><path class="cut" d="M6.5 12h11"/>`,
  releasing: svg`<path d="M9 3h6v9h5l-8 9-8-9h5z"/>`,
  retry_delay: svg`<path d="M6 2h12v4l-4.5 6 4.5 6v4H6v-4l4.5-6L6 6z"/>`,
  signed_out: svg`<circle class="hollow" cx="12" cy="12" r="8"/>`,
  over: svg`<path d="M12 2L23 21H1z"/><path class="cut" d="M12 8.5v6M12 17v1.6"/>`,
  within: svg`<path class="hollow" d="M4 12.5l5.5 5.5L20 6.5"/>`,
  live: svg`<circle cx="12" cy="12" r="7"/>`,
  connecting: svg`<circle class="hollow" cx="12" cy="12" r="7"/>`,
  stale: svg`<path class="hollow" d="M4 4l16 16M20 4L4 20"/>`,
  locked: svg`<path d="M5 10h14v11H5z"/><path class="hollow" d="M8 10V7a4 4 0 0 1 8 0v3"/>`,
};

export function icon(name) {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${shapes[name]}</svg>`;
}
