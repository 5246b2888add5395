/** What an answer is going to be, as far as it is known, on its way to the shopper's screen. */
export interface Draft {
  /** Shows this text next; what waited to be shown before it never is. */
  show(text: string): void;
  /** The real answer is there: nothing more is shown. */
  end(): void;
}

/**
 * One text at a time, always the newest: `show` is called again when it has resolved, so that a channel sets the pace. What it
 * rejects with is told to `onTrouble` once, and then it is left alone: a draft is worth no turn.
 */
export function createDraft(show: (text: string) => Promise<void>, onTrouble: (error: unknown) => void): Draft {
  let next: string | null = null;
  let showing = false;
  let ended = false;

  const showAll = async (): Promise<void> => {
    for (let text = next; text !== null && !ended; text = next) {
      next = null;
      await show(text);
    }
  };
  const begin = async (): Promise<void> => {
    showing = true;
    try {
      await showAll();
    } catch (error) {
      ended = true;
      onTrouble(error);
    } finally {
      showing = false;
    }
  };
  return {
    show: (text) => {
      if (ended || text === '') return;
      next = text;
      if (!showing) void begin();
    },
    end: () => {
      ended = true;
    },
  };
}
