import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, type Log } from '../../../src/runtime/log.ts';

/**
 * Up to when everything is durable, kept beside the session. WhatsApp's own "unread" does not tell: somebody may read the shop's chats on the
 * phone.
 */
export interface Mark {
  /** Epoch milliseconds; `null` for a number that was never linked here before. */
  since(number: string): Promise<number | null>;
  move(at: number): void;
  /** Something older is not known yet: moves are remembered, and made when it is let go. */
  hold(): void;
  letGo(): void;
  /** Resolves when the last move is written. */
  written(): Promise<void>;
}

interface Kept {
  /** A digest: the number itself is nobody's business. */
  readonly number: string;
  readonly at: number;
}

export function createMark(folder: string, log: Log): Mark {
  const file = join(folder, 'mark.json');
  let kept: Kept | null = null;
  let isDirty = false;
  let isHeld = false;
  let ahead = 0;
  let writing: Promise<void> | null = null;
  const write = async (): Promise<void> => {
    while (isDirty) {
      isDirty = false;
      await replace(file, JSON.stringify(kept)).catch((error) => {
        log.warn('WHATSAPP_WEB_MARK_UNWRITTEN', { cause: errorCode(error) });
      });
    }
    writing = null;
  };
  const move = (at: number): void => {
    ahead = Math.max(ahead, at);
    if (!kept || isHeld || at <= kept.at) return;
    kept = { ...kept, at };
    isDirty = true;
    writing ??= write();
  };
  return {
    async since(number) {
      kept ??= await read(file);
      if (kept?.number === digest(number)) return kept.at;
      kept = { number: digest(number), at: 0 };
      return null;
    },
    move,
    hold() {
      isHeld = true;
    },
    letGo() {
      isHeld = false;
      move(ahead);
    },
    written: async () => {
      await writing;
    },
  };
}

function digest(number: string): string {
  return createHash('sha256').update(number).digest('hex').slice(0, 32);
}

async function read(file: string): Promise<Kept | null> {
  try {
    const { number, at }: Partial<Kept> = JSON.parse(await readFile(file, 'utf8'));
    return typeof number === 'string' && typeof at === 'number' && Number.isFinite(at) ? { number, at } : null;
  } catch {
    return null;
  }
}

/** Whole or not at all: a crash may come in the middle. */
async function replace(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text, { mode: 0o600 });
  await rename(`${file}.new`, file);
}
