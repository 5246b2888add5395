import type { Clock } from './clock.ts';
import { sleep } from './sleep.ts';

/** What an answer is going to be, as far as it is known, on its way to the shopper's screen. */
export interface Draft {
  /** Shows this text next; what waited to be shown before it never is. */
  show(text: string): void;
  /**
   * The real answer is there: nothing more is shown. Resolves when what is being shown has arrived, so that it cannot come after the answer
   * and stand there for it; a channel that is slower than `mostMs` is not waited for.
   */
  end(): Promise<void>;
}

/** Resolves when the next may be shown; once `ended` aborts, as soon as this one is. */
type ShowDraft = (text: string, ended: AbortSignal) => Promise<void>;

export interface DraftParts {
  readonly clock: Clock;
  readonly onTrouble: (error: unknown) => void;
}

/** A shopper is waiting for the answer meanwhile. */
const mostMs = 300;

/**
 * One text at a time, always the newest: `show` is called again when it has resolved, so that a channel sets the pace. What it
 * rejects with is told to `onTrouble` once, and then it is left alone: a draft is worth no turn.
 */
export function createDraft(show: ShowDraft, { clock, onTrouble }: DraftParts): Draft {
  let next: string | null = null;
  let showing: Promise<void> | null = null;
  const ended = new AbortController();

  const showAll = async (): Promise<void> => {
    for (let text = next; text !== null && !ended.signal.aborted; text = next) {
      next = null;
      await show(text, ended.signal);
    }
  };
  const begin = async (): Promise<void> => {
    try {
      await showAll();
    } catch (error) {
      ended.abort();
      onTrouble(error);
    } finally {
      showing = null;
    }
  };
  return {
    show: (text) => {
      if (ended.signal.aborted || text === '') return;
      next = text;
      showing ??= begin();
    },
    end: async () => {
      ended.abort();
      if (showing === null) return;
      const shown = new AbortController();
      await Promise.race([showing, sleep(clock, mostMs, shown.signal)]);
      shown.abort();
    },
  };
}
