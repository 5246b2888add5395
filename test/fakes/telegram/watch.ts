export interface Watch {
  /** Something may have changed. */
  look(): void;
  until<Value>(holds: () => Value | null | undefined | false, ms?: number): Promise<Value>;
}

/** Waiting for a state by looking whenever something happened, instead of sleeping. */
export function createWatch(): Watch {
  const waiters = new Set<() => void>();
  return {
    look: () => {
      for (const waiter of [...waiters]) waiter();
    },
    until: (holds, ms = 5000) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiters.delete(waiter);
          reject(new Error(`did not come to hold within ${ms} ms: ${holds}`));
        }, ms);
        const waiter = () => {
          const value = holds();
          if (value === null || value === undefined || value === false) return;
          clearTimeout(timer);
          waiters.delete(waiter);
          resolve(value);
        };
        waiters.add(waiter);
        waiter();
      }),
  };
}
