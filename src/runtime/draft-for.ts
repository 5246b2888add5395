import { adapterOf, type RuntimeContext } from './context.ts';
import { createDraft, type Draft } from './draft.ts';
import type { Lane } from './lane.ts';
import { errorCode } from './log.ts';

/** `null` where the conversation's channel shows no drafts. */
export function draftFor(context: RuntimeContext, lane: Lane): Draft | null {
  const adapter = adapterOf(context, lane);
  if (!adapter?.draft) return null;
  const show = async (text: string, ended: AbortSignal): Promise<void> => adapter.draft?.(text, lane.address, ended);
  const onTrouble = (error: unknown): void => {
    context.log.info('DRAFT_FAILED', { channel: lane.address.channel, code: errorCode(error) });
  };
  return createDraft(show, { clock: context.clock, onTrouble });
}
