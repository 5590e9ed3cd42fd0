/**
 * What this screen was set to. A wall has no keyboard: the address may say it too, as
 * `?lang=en&theme=light&team=mornings`.
 */
const address = new URLSearchParams(location.search);

function kept(name, allowed) {
  const wanted = address.get(name) ?? localStorage.getItem(`turno.${name}`);
  return allowed.includes(wanted) ? wanted : null;
}

export function language() {
  return kept('lang', ['es', 'en']) ?? (navigator.language.startsWith('en') ? 'en' : 'es');
}

export function keepLanguage(lang) {
  localStorage.setItem('turno.lang', lang);
}

/** 'dark' or 'light'; without a choice, what the system prefers. */
export function theme() {
  const system = matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
  return kept('theme', ['dark', 'light']) ?? system;
}

export function keepTheme(name) {
  localStorage.setItem('turno.theme', name);
}

/** The team whose agents are shown; all where nothing is said. */
export function team() {
  return address.get('team') ?? '';
}

/** Credentials live as long as the tab does. */
export function credentials() {
  return JSON.parse(sessionStorage.getItem('turno.credentials') ?? '{}');
}

export function keepCredentials(shown) {
  sessionStorage.setItem('turno.credentials', JSON.stringify(shown));
}

export const stillness = matchMedia('(prefers-reduced-motion: reduce)');
