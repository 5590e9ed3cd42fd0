import { html, svg } from 'lit';

const WIDTH = 460;
const FLAT = 152;
const TALL = 285;
const LEFT = 40;
const RIGHT = 54;
const TOP = 12;
const BOTTOM = 26;
const HOUR_MS = 3_600_000;

/** Who waited and the day's service level, minute by minute through the last hour. */
export function chart({ t, format, store, nowMs }) {
  const waiting = store.totals.waiting + store.totals.ringing;
  const points = [
    ...store.trend,
    { timeMs: nowMs, waiting, serviceLevelOffered: store.totals.serviceLevelOffered },
  ].filter((point) => point.timeMs > nowMs - HOUR_MS);
  const level = format.percent(store.totals.serviceLevelOffered);
  // Beside a long table of queues there is room for more.
  const height = store.queues.size > 8 ? TALL : FLAT;
  return html`
    <section class="chart" aria-labelledby="chart-title">
      <h2 id="chart-title">${t.lastHour}</h2>
      <p class="key">
        <span class="key-waiting">${t.chartWaiting}</span>
        <span class="key-level">${t.serviceLevel}</span>
      </p>
      ${store.trend.length === 0
        ? html`<p class="empty">${t.chartNoData}</p>`
        : html`<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label=${t.chartSays(waiting, level)}>
            ${drawing(points, nowMs, format, height)}
          </svg>`}
    </section>
  `;
}

function drawing(points, nowMs, format, height) {
  const top = niceTop(Math.max(...points.map((point) => point.waiting)));
  const x = (timeMs) => LEFT + (1 - (nowMs - timeMs) / HOUR_MS) * (WIDTH - LEFT - RIGHT);
  const y = (part) => TOP + (1 - part) * (height - TOP - BOTTOM);
  const steps = points.map((p) => `${x(p.timeMs).toFixed(1)} ${y(p.waiting / top).toFixed(1)}`);
  const floor = y(0).toFixed(1);
  const first = x(points[0].timeMs).toFixed(1);
  const last = x(points[points.length - 1].timeMs).toFixed(1);
  return svg`
    ${[0, 0.5, 1].map((part) => grid(part, top, y(part), format))}
    ${quarters(nowMs).map((timeMs) => hourMark(timeMs, x(timeMs), height))}
    <path class="area" d="M${first} ${floor}L${steps.join('L')}L${last} ${floor}Z"></path>
    <path class="line" d="M${steps.join('L')}"></path>
    <path class="level" d=${levelPath(points, x, y)}></path>
  `;
}

function levelPath(points, x, y) {
  const known = points.filter((point) => point.serviceLevelOffered !== null);
  const at = known.map((p) => `${x(p.timeMs).toFixed(1)} ${y(p.serviceLevelOffered).toFixed(1)}`);
  return at.length > 0 ? `M${at.join('L')}` : 'M0 0';
}

function grid(part, top, y, format) {
  return svg`
    <line class="grid" x1=${LEFT} x2=${WIDTH - RIGHT} y1=${y} y2=${y}></line>
    <text class="axis" x=${LEFT - 8} y=${y + 5} text-anchor="end">${format.number(part * top)}</text>
    <text class="axis level-axis" x=${WIDTH - RIGHT + 8} y=${y + 5}>${format.percent(part)}</text>
  `;
}

function hourMark(timeMs, x, height) {
  const at = new Date(timeMs);
  const text = `${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`;
  return svg`
    <line class="grid" x1=${x} x2=${x} y1=${height - BOTTOM} y2=${height - BOTTOM + 5}></line>
    <text class="axis" x=${x} y=${height - 5} text-anchor="middle">${text}</text>
  `;
}

/** The quarters of an hour that are not too near to the edges. */
function quarters(nowMs) {
  const quarter = HOUR_MS / 4;
  const marks = [];
  for (let at = nowMs - (nowMs % quarter); at > nowMs - HOUR_MS * 0.97; at -= quarter) {
    marks.push(at);
  }
  return marks;
}

/** An even number a little above, so that the middle of the scale is whole. */
function niceTop(most) {
  for (const top of [4, 10, 20, 40, 60, 100, 200, 400, 600, 1000]) {
    if (most <= top) {
      return top;
    }
  }
  return Math.ceil(most / 1000) * 1000;
}
