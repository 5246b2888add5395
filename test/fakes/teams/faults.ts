/** The next sends go wrong so: a status of the connector, or no answer. */
export type Fault =
  | { readonly status: number; readonly code?: string; readonly retryAfter?: string }
  /** The connection is closed without an answer. */
  | 'close'
  /** Nothing is ever said. */
  | 'hang';

export interface Failing {
  /** For this conversation alone, or for all. */
  readonly conversation?: string;
  readonly times?: number;
  /** It is shown, and only the answer is lost. */
  readonly after?: boolean;
}

interface Planned extends Failing {
  readonly fault: Fault;
  left: number;
}

export interface Faults {
  fail(fault: Fault, options?: Failing): void;
  /** What goes wrong with this send, if anything. */
  next(conversation: string): { readonly fault: Fault; readonly after: boolean } | null;
  /** Nothing that was planned happens any more. */
  mend(): void;
}

export function createFaults(): Faults {
  const planned: Planned[] = [];
  return {
    fail: (fault, options = {}) => void planned.push({ ...options, fault, left: options.times ?? 1 }),
    next(conversation) {
      const found = planned.find(
        ({ left, conversation: only }) => left > 0 && (only === undefined || conversation.startsWith(only)),
      );
      if (!found) return null;
      found.left -= 1;
      return { fault: found.fault, after: found.after ?? false };
    },
    mend: () => void planned.splice(0),
  };
}
