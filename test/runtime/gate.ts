/** Something waits here until it is let through. */
export interface Gate {
  pass(): Promise<void>;
  open(): void;
  /** Resolves when so many wait or have passed. */
  untilReached(count?: number): Promise<void>;
}

export function createGate(): Gate {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  let reached = 0;
  const watchers = new Set<() => void>();
  return {
    pass() {
      reached += 1;
      for (const watcher of [...watchers]) watcher();
      return opened;
    },
    open,
    untilReached: (count = 1) =>
      new Promise((resolve) => {
        const look = () => {
          if (reached < count) return;
          watchers.delete(look);
          resolve();
        };
        watchers.add(look);
        look();
      }),
  };
}
