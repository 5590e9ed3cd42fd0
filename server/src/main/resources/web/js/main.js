import { render } from 'lit';
import { Alerts } from './alerts.js';
import { EngineClock } from './clock.js';
import { Format } from './format.js';
import * as prefs from './prefs.js';
import { Store } from './store.js';
import { Stream } from './stream.js';
import { board } from './view/board.js';
import { words } from './words.js';

const TICK_MS = 1_000;
const QUICK_TICK_MS = 200;
const BETWEEN_DRAWINGS_MS = 120;

const store = new Store();
const clock = new EngineClock();
const stream = new Stream(store, clock, prefs.credentials);
const alerts = new Alerts(document.getElementById('announcer'));
const root = document.getElementById('board');

const screen = { lang: prefs.language(), theme: prefs.theme(), state: '', queue: '', team: prefs.team(), refused: false };
let format = new Format(screen.lang);
let drawing = false;
let drawnAt = 0;

const actions = {
  switchLanguage() {
    screen.lang = screen.lang === 'es' ? 'en' : 'es';
    prefs.keepLanguage(screen.lang);
    dress();
  },
  switchTheme() {
    screen.theme = screen.theme === 'dark' ? 'light' : 'dark';
    prefs.keepTheme(screen.theme);
    dress();
  },
  fullScreen() {
    if (document.fullscreenElement) {
      document.exitFullscreen();
    } else {
      document.documentElement.requestFullscreen();
    }
  },
  show(filter) {
    Object.assign(screen, filter);
    draw();
  },
  enter(user, secret) {
    prefs.keepCredentials(user ? { user, password: secret } : { token: secret });
    screen.refused = true;
    stream.open();
  },
  leave() {
    prefs.keepCredentials({});
    location.reload();
  },
};

function dress() {
  format = new Format(screen.lang);
  document.documentElement.lang = screen.lang;
  document.documentElement.dataset.theme = screen.theme;
  document.title = words[screen.lang].title;
  draw();
}

function draw() {
  if (!drawing) {
    drawing = true;
    const wait = drawnAt + BETWEEN_DRAWINGS_MS - performance.now();
    setTimeout(() => requestAnimationFrame(drawNow), Math.max(0, wait));
  }
}

function drawNow() {
  drawing = false;
  drawnAt = performance.now();
  const t = words[screen.lang];
  const live = stream.state === 'live';
  const nowMs = clock.now(live);
  const view = { t, format, store, stream, clock, screen, actions, nowMs, live };
  render(board(view), root);
  if (live) {
    alerts.watch(store.queues.values(), nowMs, t, format);
  }
}

function stateChanged() {
  const t = words[screen.lang];
  if (stream.state === 'stale') {
    alerts.say(t.staleSince(format.time(stream.heardAt), format.duration(Date.now() - stream.heardAt)));
  } else if (stream.state === 'live') {
    alerts.say(screen.wasStale ? t.back : '');
    screen.refused = false;
  }
  screen.wasStale = stream.state === 'stale' || (screen.wasStale && stream.state !== 'live');
  draw();
}

/** Where a simulated minute lasts a second, a tick a second would jump. */
function tick() {
  draw();
  const quick = clock.speed > 1 && !prefs.stillness.matches;
  setTimeout(tick, quick ? QUICK_TICK_MS : TICK_MS);
}

stream.addEventListener('figures', draw);
stream.addEventListener('state', stateChanged);
dress();
stream.open();
tick();
