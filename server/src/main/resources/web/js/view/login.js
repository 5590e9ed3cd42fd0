import { html, nothing } from 'lit';
import { icon } from './icons.js';

/** Asks for what the server wants to see; the address never holds it. */
export function login({ t, screen, actions }) {
  function enter(event) {
    event.preventDefault();
    const fields = new FormData(event.target);
    actions.enter(fields.get('user').trim(), fields.get('secret'));
  }
  return html`
    <form class="login" @submit=${enter}>
      <h2>${icon('locked')}${t.login}</h2>
      <p>${t.loginHint}</p>
      ${screen.refused ? html`<p class="refused" role="alert">${t.wrong}</p>` : nothing}
      <label>${t.user}<input name="user" autocomplete="username"></label>
      <label>${t.password}
        <input name="secret" type="password" autocomplete="current-password" required>
      </label>
      <button type="submit" class="primary">${t.enter}</button>
    </form>
  `;
}
