import type { Clock } from './clock.ts';

/**
 * Where those of one process that want to change the same documents wait for each other, first come, first served. It spares them
 * to lose to each other again and again; what is right is decided by the documents' revisions alone. So nobody waits for ever:
 * whoever keeps a key too long is passed by.
 *
 * Who was refused has changed nothing, and those behind are likely to be refused as well: then twice as many are let in at a time,
 * until somebody does change something. So thousands are told quickly that the last piece is gone.
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
   * holds some and wants more gives them back and queues for all. Who comes again and finds too many inside waits once more, first
   * in the line.
   */
  enter(keys: readonly string[]): Promise<void>;
  /** Gives back these keys: what they stand for is as it was. */
  pass(keys: readonly string[]): void;
  /** Gives back these keys; all, and for good, when none are named. */
  leave(keys?: readonly string[]): void;
}

export interface TurnstileParts {
  readonly clock: Pick<Clock, 'after'>;
  /** How long a key is held at most. */
  readonly holdMs: number;
}

/** More at a time would only wait for the store. */
const widest = 64;

/** Who waits for one key, in order, and how many are in. */
interface Line {
  readonly waiting: (() => void)[];
  inside: number;
  width: number;
}

interface Hold {
  /** Whether more are in than should be: the line has become narrow since. */
  isCrowded(): boolean;
  /** How wide the line is from now on; as it was when left out. */
  leave(width?: (before: number) => number): void;
}

type Enter = (key: string, isFirst: boolean) => Promise<Hold>;

const narrow = (): number => 1;
const wider = (before: number): number => Math.min(widest, before * 2);

export function createTurnstile(parts: TurnstileParts): Turnstile {
  const lines = new Map<string, Line>();
  const admit = (key: string, line: Line): void => {
    while (line.inside < line.width && line.waiting.length > 0) line.waiting.shift()?.();
    if (line.inside === 0) lines.delete(key);
  };
  const enter: Enter = (key, isFirst) =>
    new Promise((resolve) => {
      const line = lines.get(key) ?? { waiting: [], inside: 0, width: 1 };
      lines.set(key, line);
      const begin = (): void => resolve(createHold(parts, line, () => admit(key, line)));
      if (isFirst) line.waiting.unshift(begin);
      else line.waiting.push(begin);
      admit(key, line);
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

function createHold({ clock, holdMs }: TurnstileParts, line: Line, next: () => void): Hold {
  let isHeld = true;
  line.inside += 1;
  const leave: Hold['leave'] = (width) => {
    if (!isHeld) return;
    isHeld = false;
    cancel();
    line.inside -= 1;
    line.width = width?.(line.width) ?? line.width;
    next();
  };
  const cancel = clock.after(holdMs, () => leave(narrow));
  return { leave, isCrowded: () => isHeld && line.inside > line.width };
}

function createTicket(enter: Enter): Ticket {
  const held = new Map<string, Hold>();
  let isOver = false;
  const leave = (keys: Iterable<string>, width?: (before: number) => number): void => {
    for (const key of [...keys]) {
      held.get(key)?.leave(width);
      held.delete(key);
    }
  };
  return {
    async enter(keys) {
      const isCrowded = [...held.values()].some((hold) => hold.isCrowded());
      if (!isCrowded && keys.every((key) => held.has(key))) return;
      const before = new Set(held.keys());
      leave(before);
      for (const key of [...new Set([...before, ...keys])].sort()) {
        const hold = await enter(key, before.has(key));
        // Whoever has gone while waiting must not keep the others.
        if (isOver) return hold.leave();
        held.set(key, hold);
      }
    },
    pass: (keys) => leave(keys, wider),
    leave(keys) {
      isOver ||= keys === undefined;
      leave(keys ?? held.keys(), narrow);
    },
  };
}
