import { type BotState, type BotTurn, botTurn, freshBotState } from '../shopping/switch-bot.ts';
import type { OpenSubject } from './load.ts';

/** Where the hand-written bot keeps its conversations: a state against the revision that was read. */
export interface BotStore {
  read(id: string): Promise<Kept | null>;
  /** Resolves when the state is on disk; false when somebody else has written since. */
  write(id: string, kept: Kept): Promise<boolean>;
  close(): Promise<void>;
}

/** `revision` is what was read; 0 for a conversation that is not there yet. */
export interface Kept {
  readonly revision: number;
  readonly state: BotState;
  /** What came in and what was answered, to be kept for good with the state. */
  readonly record?: { readonly id: string; readonly body: object };
}

export interface BotSettings {
  readonly open: () => Promise<BotStore>;
  /** Writes every message down too, once: what a second delivery is told by, and what a transcript is made of. */
  readonly keepsMessages: boolean;
}

/**
 * The bound: a bot for just this conversation, as quick as somebody could write it by hand. It keeps what it last read, its
 * writes share one sync to disk, and a reply goes out when the state is there.
 */
export function botSubject({ open, keepsMessages }: BotSettings): OpenSubject {
  return async (replied) => {
    const store = await open();
    const known = new Map<number, { readonly revision: number; readonly state: BotState }>();
    const turn = async (conversation: number, text: string): Promise<void> => {
      const id = `c${conversation}`;
      const { revision, state } = known.get(conversation) ?? (await load(store, id));
      const taken = botTurn(state, text);
      const kept = {
        revision,
        state: taken.state,
        ...(keepsMessages && { record: recordOf(id, { revision, text, taken }) }),
      };
      if (!(await store.write(id, kept))) {
        known.delete(conversation);
        return turn(conversation, text);
      }
      known.set(conversation, { revision: revision + 1, state: taken.state });
      replied(conversation, () => taken.replies.map((reply) => reply.text).join('\n'));
    };
    return { say: (conversation, _turn, text) => void turn(conversation, text), close: store.close };
  };
}

function recordOf(id: string, { revision, text, taken }: { revision: number; text: string; taken: BotTurn }) {
  return { id: `${id}/${revision}`, body: { at: Date.now(), text, replies: taken.replies } };
}

async function load(store: BotStore, id: string): Promise<Kept> {
  const kept = await store.read(id);
  return kept ?? { revision: 0, state: freshBotState };
}

export interface Waiting {
  readonly id: string;
  readonly kept: Kept;
  readonly done: (written: boolean) => void;
  readonly failed: (error: unknown) => void;
}
