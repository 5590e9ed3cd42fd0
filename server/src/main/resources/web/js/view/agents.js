import { html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { fullName } from '../names.js';
import { icon } from './icons.js';
import { ORDER } from './staff.js';

/** Every agent with state and time in it, always in the same place. */
export function agents(view) {
  const { t, format, store, screen, actions } = view;
  const all = [...store.agents.values()];
  const team = store.teams.has(screen.team) ? screen.team : '';
  const shown = all.filter(
    (agent) =>
      (!screen.state || agent.state === screen.state) &&
      (!screen.queue || agent.queues.includes(screen.queue)) &&
      (!team || agent.team === team),
  );
  return html`
    <section class="agents" aria-labelledby="agents-title">
      <div class="agents-head">
        <h2 id="agents-title">${t.agents}</h2>
        <p class="count">${t.shown(format.number(shown.length), format.number(all.length))}</p>
        ${choice('state', t.showState, screen.state, t.allStates, ORDER.map((s) => [s, t.states[s]]), (state) =>
          actions.show({ state }),
        )}
        ${choice(
          'queue',
          t.showQueue,
          screen.queue,
          t.allQueues,
          [...store.queues.values()].map((q) => [q.id, fullName(t, q)]),
          (queue) => actions.show({ queue }),
        )}
        ${store.teams.size === 0
          ? nothing
          : choice(
              'team',
              t.showTeam,
              team,
              t.allTeams,
              [...store.teams.values()].map((one) => [one.id, one.name]),
              (chosen) => actions.show({ team: chosen }),
            )}
      </div>
      ${shown.length === 0
        ? html`<p class="empty">${t.noAgents}</p>`
        : html`<ul class=${all.length > 60 ? 'dense' : ''} role="list">
            ${repeat(shown, (agent) => agent.id, (agent) => tile(view, agent))}
          </ul>`}
    </section>
  `;
}

function choice(id, label, value, all, options, choose) {
  return html`
    <span class="choice">
      <label for="choose-${id}">${label}</label>
      <select id="choose-${id}" @change=${(event) => choose(event.target.value)}>
        <option value="" ?selected=${value === ''}>${all}</option>
        ${options.map(
          ([key, name]) => html`<option value=${key} ?selected=${key === value}>${name}</option>`,
        )}
      </select>
    </span>
  `;
}

function tile({ t, format, store, screen, nowMs }, agent) {
  const inState = agent.sinceMs === null ? null : nowMs - agent.sinceMs;
  const time = agent.state === 'signed_out' ? '' : format.duration(inState);
  return html`
    <li class="agent state-${agent.state}" data-agent=${agent.id} data-state=${agent.state}>
      ${guard([agent, screen.lang, time], () => {
        const queue = agent.queue === null ? null : store.queues.get(agent.queue);
        const pause = reason(agent, screen.lang);
        const notes = [
          agent.state === 'paused' ? (agent.pausedByTurno ? byTurno(agent, t) : pause) : null,
          agent.pauses.breakUntilMs === null
            ? null
            : t.breakUntil(format.time(agent.pauses.breakUntilMs)),
          agent.pauses.overran ? t.pauseOverran : null,
          queue ? queue.name : null,
          agent.observed === null ? null : t.observedAgent,
          agent.state !== 'paused' && pause ? t.pauseNext(pause) : null,
          agent.pauses.plannedAtMs === null
            ? null
            : t.pausePlanned(format.time(agent.pauses.plannedAtMs)),
          agent.leaving ? t.leavingNext : null,
        ].filter((note) => note);
        return html`
          ${icon(agent.state)}
          <span class="alias">${agent.alias}</span>
          <span class="in-state">${time}</span>
          <span class="doing">
            <span class="word">${t.states[agent.state]}</span>
            ${notes.length > 0 ? html`<span class="about">${notes.join(' · ')}</span>` : nothing}
          </span>
        `;
      })}
    </li>
  `;
}

/** The reason of a pause in the screen's language. */
function reason(agent, lang) {
  return lang === 'es' ? agent.pauses.textEs : agent.pauses.textEn;
}

/** Why Turno paused the agent. */
function byTurno(agent, t) {
  const why = { rejected: t.byTurnoRejected, 'line-closed': t.byTurnoLine };
  return why[agent.pause] ?? t.byTurno;
}
