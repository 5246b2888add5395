import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordingModel, replayModel } from '../fakes/recorded-model.ts';
import { openAssistant, says, searches } from './setup.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-recorded-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('what was recorded with a server is answered again without one', async () => {
  const recorded = await openAssistant({ wrap: (model) => recordingModel(model, folder) });
  recorded.serve(searches('blue', { limit: 1 }), says('{{p1.title}} costs {{p1.price}}. Do you like it?'));
  const first = await recorded.ask('how much is the blue mug?');
  await recorded.close();
  expect(await readdir(folder)).toHaveLength(2);

  const replayed = await openAssistant({ wrap: () => replayModel(folder) });
  expect(await replayed.ask('how much is the blue mug?')).toEqual(first);
  expect(replayed.drafts).toEqual(['Blue Stoneware Mug costs $12.99.']);
  expect(replayed.server.requests()).toEqual([]);
  expect(await replayed.outcome('something else')).toEqual({ result: 'refused', reason: 'unavailable' });
  await replayed.close();
});
