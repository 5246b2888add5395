import { sleep } from '../../../src/runtime/sleep.ts';
import type { Connection } from './connection.ts';
import { failureOf } from './failure.ts';

/** Any number but 0: changes of the same draft are animated, and a chat has one at a time. */
const draftId = 1;
/** https://core.telegram.org/bots/api#sendmessagedraft */
const longest = 4096;
/** One a second to a person, as for messages: drafts are not said to be freer. */
const paceMs = 1_000;
const longestWaitMs = 30_000;

/**
 * What an answer is going to be, as a draft that Telegram drops by itself after 30 seconds or with the next message. For private chats
 * alone. Where it is refused, "typing…" is shown instead.
 */
export async function showDraft(
  { asideApi, clock, gate }: Connection,
  chat: number,
  { text, ended }: { readonly text: string; readonly ended?: AbortSignal | undefined },
): Promise<void> {
  if (chat < 0 || gate.shutFor(chat) > 0) return sleep(clock, paceMs, ended);
  await sleep(clock, await send(asideApi, chat, text), ended);
}

/** Not in the middle of an emoji. */
function cut(text: string): string {
  return text.slice(0, longest).replace(/\p{Surrogate}$/u, '');
}

/** Resolves with the milliseconds until the next may be sent. */
async function send(api: Connection['asideApi'], chat: number, text: string): Promise<number> {
  try {
    await api.sendMessageDraft(chat, draftId, cut(text));
    return paceMs;
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind === 'flood') return Math.min(longestWaitMs, Math.max(paceMs, failure.afterMs));
    await api.sendChatAction(chat, 'typing').catch(() => undefined);
    return 4 * paceMs;
  }
}
