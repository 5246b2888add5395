/** What the browser keeps for this visitor. Where it keeps nothing (blocked storage), it lasts as long as the page. */
const memory = new Map();
let prefix = 'parley.';

/** Each preview has a visitor of its own, with what it has not sent yet. Call it before anything is kept. */
export function keepApart(preview) {
  prefix = `parley.as.${preview}.`;
}

export function keep(name, value) {
  memory.set(name, value);
  attempt(() => localStorage.setItem(prefix + name, value));
}

export function kept(name) {
  return attempt(() => localStorage.getItem(prefix + name)) ?? memory.get(name) ?? null;
}

export function forget(name) {
  memory.delete(name);
  attempt(() => localStorage.removeItem(prefix + name));
}

/** The names that begin so, in no order. */
export function keptNames(start) {
  const stored = attempt(() => Object.keys(localStorage)) ?? [];
  const names = [
    ...stored.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length)),
    ...memory.keys(),
  ];
  return [...new Set(names)].filter((name) => name.startsWith(start));
}

/** Calls `then` when another tab changes what is kept under this name. */
export function onChange(name, then) {
  addEventListener('storage', (event) => {
    if (event.key === prefix + name) then(event.newValue);
  });
}

function attempt(work) {
  try {
    return work();
  } catch {
    return null;
  }
}
