const silenceMs = 45_000;
const hiddenMs = 60_000;
const backOffMs = [500, 1000, 2000, 4000, 8000, 15_000];

/**
 * Server-sent events over `fetch`, as EventSource cannot send a header. Reconnects for ever, from the last event seen.
 * `on` holds a function for each event by its name, and `state('open' | 'lost')`.
 */
export function openStream(ask, on) {
  let lastId = null;
  let attempt = 0;
  let wake = () => {};
  let current = new AbortController();
  let known = null;

  const tell = (state) => {
    if (state !== known) on.state(state);
    known = state;
  };
  const connect = async () => {
    current = new AbortController();
    const headers = lastId === null ? {} : { 'last-event-id': lastId };
    const response = await ask('events', { headers, signal: current.signal });
    if (!response.ok || !response.body) throw new Error(`events: ${response.status}`);
    await listen(response.body);
  };
  const listen = async (body) => {
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    const next = eventReader();
    for (;;) {
      const { done, value } = await withinSilence(reader.read(), current);
      if (done) return;
      attempt = 0;
      tell('open');
      for (const event of next(value)) take(event);
    }
  };
  const take = ({ id, name, data }) => {
    if (id !== null) lastId = id;
    if (name === 'reset') lastId = null;
    on[name]?.(JSON.parse(data));
  };
  const run = async () => {
    for (;;) {
      await connect().catch(() => {});
      if (!document.hidden) tell('lost');
      await Promise.race([pause(attempt++), new Promise((go) => (wake = go))]);
      await visible();
    }
  };
  addEventListener('online', () => wake());
  releaseWhenHidden(() => current.abort());
  void run();
  return {
    retry: () => wake(),
    /** From the beginning, as if nothing had been seen. */
    restart: () => {
      lastId = null;
      current.abort();
    },
  };
}

/** A connection that is silent for longer than a few heartbeats is dead, though nobody said so. */
function withinSilence(reading, connection) {
  const timer = setTimeout(() => connection.abort(), silenceMs);
  return reading.finally(() => clearTimeout(timer));
}

/** Browsers allow six connections to a server: a tab that nobody looks at gives its own back. */
function releaseWhenHidden(release) {
  let timer;
  document.addEventListener('visibilitychange', () => {
    clearTimeout(timer);
    if (document.hidden) timer = setTimeout(release, hiddenMs);
  });
}

function visible() {
  if (!document.hidden) return Promise.resolve();
  return new Promise((go) => document.addEventListener('visibilitychange', go, { once: true }));
}

function pause(attempt) {
  const most = backOffMs[Math.min(attempt, backOffMs.length - 1)];
  return new Promise((go) => setTimeout(go, most * (0.75 + Math.random() / 2)));
}

/** Takes text as it comes and gives the events that are complete. */
function eventReader() {
  let rest = '';
  return (text) => {
    const blocks = (rest + text).split('\n\n');
    rest = blocks.pop() ?? '';
    return blocks.map(readEvent).filter((event) => event.data !== '');
  };
}

function readEvent(block) {
  const event = { id: null, name: 'message', data: '' };
  for (const line of block.split('\n')) {
    const [, field, value] = /^(id|event|data): (.*)$/.exec(line) ?? [];
    if (field === 'id') event.id = value;
    if (field === 'event') event.name = value;
    if (field === 'data') event.data += value;
  }
  return event;
}
