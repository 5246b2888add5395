import { errorCode, type Log } from '../../runtime/log.ts';
import type { Store } from '../../storage/store.ts';
import type { NoteRefused } from '../assistant-parts.ts';
import { callBody, modelCallOf } from './model-call.ts';

export interface NoteRefusedParts {
  readonly store: Pick<Store, 'find' | 'commit'>;
  readonly log: Log;
}

/** The steps of a message are the newest calls of their conversation. */
const lookedThrough = 10;

/** Writes beside a call in the ledger why its text was not shown. Never rejects: without the note the call stands there as answered. */
export function createNoteRefused({ store, log }: NoteRefusedParts): NoteRefused {
  return async ({ conversation, key }, codes) => {
    try {
      const sort = { by: 'at', direction: 'down' } as const;
      const newest = await store.find('model-call', { where: { conversation }, sort, limit: lookedThrough });
      const stored = newest.find(({ id }) => id.startsWith(`${key}/`));
      if (!stored) return;
      const { id, revision } = stored;
      const body = callBody({ ...modelCallOf(stored), refused: codes });
      await store.commit([{ kind: 'model-call', id, revision, body }]);
    } catch (error) {
      log.warn('MODEL_CALL_NOT_KEPT', { code: errorCode(error) });
    }
  };
}
