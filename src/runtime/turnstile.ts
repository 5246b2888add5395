import type { Clock } from './clock.ts';

/**
 * Where those of one process that want to change the same documents wait for each other, first come, first served. It spares them
 * to lose to each other again and again; what is right is decided by the documents' revisions alone. So nobody waits for ever:
 * whoever keeps a key too long is passed by.
 */
export interface Turnstile {
  ticket(): Ticket;
  /** Does `work` while these keys are held. */
  inLine<T>(keys: readonly string[], work: () => Promise<T>): Promise<T>;
}

/** Of one turn, however often it is replayed. */
export interface Ticket {
  /**
   * Resolves when all of these keys are held. Keys are taken in one order by everybody, so that no two wait for each other: who
   * holds some and wants more gives them back and queues for all.
   */
  enter(keys: readonly string[]): Promise<void>;
  /** Gives back these keys; all, and for good, when none are named. */
  leave(keys?: readonly string[]): void;
}

export interface TurnstileParts {
  readonly clock: Pick<Clock, 'after'>;
  /** How long a key is held at most. */
  readonly holdMs: number;
}

type Leave = () => void;
type Enter = (key: string) => Promise<Leave>;

export function createTurnstile({ clock, holdMs }: TurnstileParts): Turnstile {
  /** Key held → who waits for it, in order. */
  const lines = new Map<string, (() => void)[]>();
  const next = (key: string): void => {
    const begin = lines.get(key)?.shift();
    if (begin) begin();
    else lines.delete(key);
  };
  const held = (key: string): Leave => {
    let isHeld = true;
    const leave = (): void => {
      if (!isHeld) return;
      isHeld = false;
      cancel();
      next(key);
    };
    const cancel = clock.after(holdMs, leave);
    return leave;
  };
  const enter: Enter = (key) =>
    new Promise((resolve) => {
      const begin = (): void => resolve(held(key));
      const line = lines.get(key);
      if (line) line.push(begin);
      else {
        lines.set(key, []);
        begin();
      }
    });
  return {
    ticket: () => createTicket(enter),
    async inLine(keys, work) {
      const ticket = createTicket(enter);
      try {
        await ticket.enter(keys);
        return await work();
      } finally {
        ticket.leave();
      }
    },
  };
}

function createTicket(enter: Enter): Ticket {
  const held = new Map<string, Leave>();
  let isOver = false;
  const leave = (keys: readonly string[]): void => {
    for (const key of keys) {
      held.get(key)?.();
      held.delete(key);
    }
  };
  return {
    async enter(keys) {
      if (keys.every((key) => held.has(key))) return;
      const all = [...new Set([...held.keys(), ...keys])].sort();
      leave([...held.keys()]);
      for (const key of all) {
        const leaveKey = await enter(key);
        // Whoever has gone while waiting must not keep the others.
        if (isOver) return leaveKey();
        held.set(key, leaveKey);
      }
    },
    leave(keys) {
      isOver ||= keys === undefined;
      leave(keys ?? [...held.keys()]);
    },
  };
}
