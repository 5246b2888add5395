import { forget, keep, kept, keptNames } from './storage.js';

const backOffMs = [1000, 2000, 4000, 8000, 15_000];
/** A message the server has kept is forgotten here once its turn is shown, or after this long. */
const keptMs = 10 * 60_000;

/**
 * What the visitor said and the server has not shown yet. Goes out one at a time, in order, each under its own id until
 * the server has it, through reloads and restarts. `on.state(id, 'waiting' | 'sending' | 'sent' | 'refused', reason?)`.
 */
export function createOutbox(ask, on) {
  const waiting = unsent();
  let running = false;
  let attempt = 0;
  let wake = () => {};

  /** A file goes up first and is then named by the id that the server gave it; it is kept in no browser. */
  const upload = async (entry) => {
    const { said } = entry;
    const file = await entry.file;
    const headers = { 'content-type': file.type || 'application/octet-stream' };
    const response = await ask(`media?kind=${said.kind}`, { method: 'POST', headers, body: file });
    if (!response.ok) return outcome(response);
    const { id, kind } = await response.json();
    entry.said = { ...said, media: id, kind };
    entry.file = null;
    store(entry);
    return null;
  };
  const post = async (entry) => (entry.file && (await upload(entry))) || (await postMessage(entry));
  const postMessage = async (entry) => {
    const body = JSON.stringify({ id: entry.id, ...entry.said });
    const headers = { 'content-type': 'application/json' };
    const response = await ask('messages', { method: 'POST', headers, body });
    return outcome(response);
  };
  const sendFirst = async () => {
    const [entry] = waiting;
    on.state(entry.id, 'sending');
    const { result, reason, afterMs } = await post(entry).catch(() => ({ result: 'again', afterMs: 0 }));
    if (result === 'again') return later(entry, afterMs);
    attempt = 0;
    waiting.shift();
    if (result === 'sent') store({ ...entry, sent: true });
    else forget(nameOf(entry.id));
    on.state(entry.id, result, reason);
  };
  const later = async (entry, afterMs) => {
    for (const each of waiting) on.state(each.id, 'waiting');
    const usual = backOffMs[Math.min(attempt++, backOffMs.length - 1)];
    const paused = new Promise((go) => setTimeout(go, Math.max(afterMs, usual)));
    await Promise.race([paused, new Promise((go) => (wake = go))]);
    on.state(entry.id, 'sending');
  };
  const run = async () => {
    if (running) return;
    running = true;
    while (waiting.length > 0) await sendFirst();
    running = false;
  };
  addEventListener('online', () => wake());
  return {
    /** Says something, or sends a file, which may be promised; returns its id. The same `id` says the same thing. */
    say: (said, { id = newId(), file = null } = {}) => {
      const entry = { id, said, file, at: nextTime() };
      waiting.push(entry);
      if (!file) store(entry);
      void run();
      return id;
    },
    /** Everything that is still to be shown, oldest first. */
    pending: () => entries().map(({ id, said }) => ({ id, said })),
    start: () => void run(),
    retry: () => wake(),
    /** What an earlier visitor sent is not this one's. */
    forgetSent: () => {
      for (const entry of entries()) if (entry.sent) forget(nameOf(entry.id));
    },
    /** The server has shown it. */
    shown: (id) => forget(nameOf(id)),
  };
}

async function outcome(response) {
  if (response.ok) return { result: 'sent' };
  if ([400, 413, 415].includes(response.status)) return { result: 'refused', reason: await reasonOf(response) };
  return { result: 'again', afterMs: Number(response.headers.get('retry-after')) * 1000 };
}

async function reasonOf(response) {
  const { message } = await response.json().catch(() => ({}));
  return message ?? String(response.status);
}

const nameOf = (id) => `unsent.${id}`;

/** One name a message: two tabs that write at once cannot lose each other's. */
function store(entry) {
  const { file: _, ...kept } = entry;
  keep(nameOf(entry.id), JSON.stringify(kept));
}

function entries() {
  const found = keptNames('unsent.').map((name) => JSON.parse(kept(name) ?? 'null'));
  const alive = found.filter((entry) => entry && !(entry.sent && Date.now() - entry.at > keptMs));
  return alive.sort((one, other) => one.at - other.at);
}

function unsent() {
  return entries().filter((entry) => !entry.sent);
}

let lastTime = 0;

/** Two messages of one millisecond keep their order. */
function nextTime() {
  lastTime = Math.max(Date.now(), lastTime + 1);
  return lastTime;
}

/** `crypto.randomUUID` is missing where a page is served without TLS. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
