import { html, nothing } from 'lit';
import { icon } from './icons.js';
import { vars } from './vars.js';

/** The order in which states are told: what a supervisor looks for first. */
export const ORDER = [
  'available',
  'talking',
  'ringing',
  'reserved',
  'wrap_up',
  'paused',
  'retry_delay',
  'releasing',
  'phone_busy',
  'phone_unreachable',
  'signed_out',
];

/** States that are always listed, so that the eye finds them in the same place. */
const STEADY = ['available', 'talking', 'ringing', 'wrap_up', 'paused', 'signed_out'];

/** How many agents, of the team that is chosen, are in each state: a bar for the room, a list for everybody. */
export function staff({ t, format, store, screen }) {
  const team = store.teams.get(screen.team);
  const counts = (team ?? store.totals).agents;
  const all = ORDER.filter((state) => counts[state] > 0 || STEADY.includes(state));
  return html`
    <section class="staff" aria-labelledby="staff-title">
      <h2 id="staff-title">${team ? t.ofTeam(t.agentsByState, team.name) : t.agentsByState}</h2>
      ${team
        ? html`<p class="about" title=${t.formula.aht}>
            ${t.teamHandled(format.number(team.handled))} · ${t.noteAht(format.duration(team.ahtMs))} ·
            ${t.noteOccupancy(format.percent(team.occupancy))}
          </p>`
        : nothing}
      <div class="bar" aria-hidden="true">
        ${all.map(
          (state) =>
            html`<span class="state-${state}" ${vars({ '--share': String(counts[state]) })}></span>`,
        )}
      </div>
      <ul>
        ${all.map(
          (state) => html`
            <li class="state-${state} ${counts[state] ? '' : 'quiet'}" data-state=${state}>
              ${icon(state)}<span class="word">${t.states[state]}</span>
              <b>${format.number(counts[state])}</b>
            </li>
          `,
        )}
      </ul>
    </section>
  `;
}
