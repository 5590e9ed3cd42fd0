import { html, nothing } from 'lit';

/** What is closed, and what a supervisor keeps open or closed whatever the hours say. */
export function doors({ t, format, store }) {
  const told = store.doors.filter((door) => !door.open || door.forced);
  return told.length === 0
    ? nothing
    : html`
        <section class="doors" aria-labelledby="doors-title">
          <h2 id="doors-title">${t.doors}</h2>
          <ul>
            ${told.map((door) => html`<li data-door=${door.id}>${sentence(t, format, door)}</li>`)}
          </ul>
        </section>
      `;
}

function sentence(t, format, door) {
  const what = door.kind === 'line' ? t.doorOfLine(door.name) : t.doorOfQueue(door.name);
  const state = door.open ? t.doorOpen : t.doorClosed;
  const untilMs = door.forced ? door.untilMs : door.nextMs;
  const until = untilMs === null ? '' : t.doorUntil(format.dayTime(untilMs));
  const by = door.forced ? t.doorBy(door.by, door.why) : t.doorByHours;
  return `${what}: ${state}${until}, ${by}.`;
}
