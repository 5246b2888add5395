import { describe } from 'vitest';
import { createEmbeddedIndex } from '../../adapters/search/embedded/embedded-index.ts';
import { openSqliteStore } from '../../adapters/stores/sqlite/store.ts';
import { channelIds } from '../../src/channel/ids.ts';
import { starterFlowsGoAsWritten } from './starter-flows.ts';

describe('the starter flows on SQLite and the embedded index', () => {
  starterFlowsGoAsWritten(channelIds, async () => ({
    store: await openSqliteStore({ file: ':memory:' }),
    index: createEmbeddedIndex(),
  }));
});
