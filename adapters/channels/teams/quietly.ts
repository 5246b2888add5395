import { AsyncLocalStorage } from 'node:async_hooks';

const within = new AsyncLocalStorage<true>();
let isWatched = false;

/**
 * The library writes every token that does not hold, with the key, to the console: so a stranger could fill the log. What it
 * writes while it looks at a request goes nowhere; what everybody else writes is let through.
 */
export function quietly<Value>(look: () => Promise<Value>): Promise<Value> {
  if (!isWatched) watchConsole();
  return within.run(true, look);
}

function watchConsole(): void {
  isWatched = true;
  const write = console.error;
  console.error = (...all: unknown[]) => {
    if (within.getStore() === undefined) write(...all);
  };
}
