export interface TimeLimit {
  /** Calls `ring` once after so many milliseconds, unless the returned function is called before. */
  readonly timer: (ms: number, ring: () => void) => () => void;
  readonly ms: number;
}

export const startTimer: TimeLimit['timer'] = (ms, ring) => {
  const timer = setTimeout(ring, ms);
  return () => clearTimeout(timer);
};

/** What `work` gives, or `late`. Work that comes late goes on unheard: nobody waits for it and its error is dropped. */
export async function within<T>(limit: TimeLimit, work: () => Promise<T>): Promise<{ readonly value: T } | 'late'> {
  let cancel = (): void => undefined;
  const late = new Promise<'late'>((resolve) => {
    cancel = limit.timer(limit.ms, () => resolve('late'));
  });
  try {
    return await Promise.race([work().then((value) => ({ value })), late]);
  } finally {
    cancel();
  }
}
