import { expect, it } from 'vitest';
import { modelCallOf } from '../../../src/assistant/guards/model-call.ts';
import { createNoteRefused } from '../../../src/assistant/guards/note-refused.ts';
import { withLedger } from '../../../src/assistant/guards/with-ledger.ts';
import { listCalls } from '../../../src/cli/assistant-calls.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { createManualClock } from '../../manual-clock.ts';
import { createMemoryStore, type MemoryData } from '../../runtime/memory-store.ts';
import { openAssistant, says } from '../setup.ts';
import { somePrices } from './fake-model.ts';

it('an answer that nobody was shown says so in the ledger, with why, and the one that was shown does not', async () => {
  const data: MemoryData = new Map();
  const parts = { store: createMemoryStore(data), clock: createManualClock(), log: silentLog, prices: somePrices };
  const talk = await openAssistant({
    wrap: (model) => withLedger(model, parts),
    noteRefused: createNoteRefused(parts),
  });
  talk.serve(says('Everything costs $5.'), says('How can I help you today?'));
  expect((await talk.ask('hi there')).text).toBe('How can I help you today?');
  await talk.close();
  const kept = [...data]
    .filter(([key]) => key.startsWith('model-call/'))
    .map(([id, stored]) => ({ id, call: modelCallOf(stored) }));
  const told = kept.map(({ call }) => [call.answer?.text.includes('$5'), call.refused?.includes('amount')]);
  expect(told).toEqual([
    [true, true],
    [false, undefined],
  ]);
  const rows = listCalls(kept, 'UTC').split('\n');
  expect(rows.map((row) => row.includes('not shown: '))).toEqual([true, false, false, false]);
});
