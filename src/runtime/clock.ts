/** Time as a port, so that tests move it. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Calls once, after so many milliseconds; what it returns takes that back. */
  after(ms: number, call: () => void): Cancel;
}

export type Cancel = () => void;

export const systemClock: Clock = {
  now: Date.now,
  after(ms, call) {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};
