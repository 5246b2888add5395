import { describe, expect, it } from 'vitest';
import { createMemory } from '../../../src/assistant/memory/create-memory.ts';
import { saidIn } from '../../../src/assistant/memory/said.ts';
import { createSummarise } from '../../../src/assistant/memory/summarise.ts';
import { ModelError } from '../../../src/assistant/model-error.ts';
import { conversationId } from '../../../src/channel/ids.ts';
import type { Message } from '../../../src/channel/message.ts';
import { runDueJobs } from '../../../src/jobs/jobs.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { createTranscript, recordWrite } from '../../../src/runtime/message-record.ts';
import { createManualClock } from '../../manual-clock.ts';
import { createMemoryStore, type MemorySettings } from '../../runtime/memory-store.ts';
import { answerOf, createFakeModel } from '../guards/fake-model.ts';

const conversation = conversationId({ channel: 'webchat', account: 'shop', peer: 'anna' });
const remembering = { conversation, customer: 'anna' };

function talkOf(settings: MemorySettings = {}) {
  const data = new Map();
  const store = createMemoryStore(data, settings);
  const clock = createManualClock();
  const transcript = createTranscript(store);
  const logged: string[] = [];
  const log = { ...silentLog, info: (code: string) => logged.push(code), warn: (code: string) => logged.push(code) };
  const memory = createMemory({ store, transcript, jobs: { planned() {} }, clock, log });
  let turns = 0;
  const talk = async (times: number): Promise<void> => {
    for (let each = 0; each < times; each += 1) {
      turns += 1;
      const entry = { id: `e${turns}`, at: turns, content: { type: 'text', text: `wish ${turns}` } } as const;
      const outbound: readonly Message[] = [{ type: 'text', text: [`reply ${turns}`] }];
      await store.commit([recordWrite({ conversation, turn: turns, at: turns, entry, outbound }, 0)]);
    }
  };
  const jobs = () => [...data.keys()].filter((key) => key.startsWith('job/'));
  const run = (model = createFakeModel()) => {
    const summarise = createSummarise({ store, transcript, model, clock, log });
    return runDueJobs(store, clock.now(), summarise).then(() => model);
  };
  return { store, memory, talk, jobs, run, logged, clock };
}

describe('a conversation', () => {
  it('is remembered as it was while it is short', async () => {
    const { memory, talk, jobs } = talkOf();
    expect(await memory(remembering)).toEqual({ summary: null, recent: [] });
    await talk(16);
    const { summary, recent } = await memory(remembering);
    expect(summary).toBeNull();
    expect(recent.length).toBe(32);
    expect(recent.slice(0, 2)).toEqual([
      { from: 'shopper', text: 'wish 1' },
      { from: 'model', text: 'reply 1', calls: [] },
    ]);
    expect(jobs()).toEqual([]);
  });

  it('that grows long is folded by a job, planned once, and told whole until then', async () => {
    const { memory, talk, jobs, run } = talkOf();
    await talk(17);
    const [before] = await Promise.all([memory(remembering), memory(remembering)]);
    expect(before.recent[0]).toEqual({ from: 'shopper', text: 'wish 2' });
    expect(jobs()).toEqual([`job/summarise:${conversation}:0`]);
    const model = await run(createFakeModel(() => answerOf(' Wants red shoes. ')));
    const after = await memory(remembering);
    expect(after.summary).toBe('Wants red shoes.');
    expect(after.recent[0]).toEqual({ from: 'shopper', text: 'wish 10' });
    expect(after.recent.length).toBe(16);
    expect(model.asked[0]).toMatchObject({ purpose: 'summary', asker: { customer: 'anna', conversation } });
    expect(jobs()).toEqual([]);
  });

  it('is folded again on top of what was folded before, and no turn is lost or told twice', async () => {
    const { memory, talk, run } = talkOf();
    const told: string[] = [];
    const model = createFakeModel(({ messages: [sent] }) => {
      const { messages, notes_so_far } = JSON.parse(sent?.from === 'shopper' ? sent.text : '{}');
      for (const { text } of messages) told.push(text);
      return answerOf(`${notes_so_far ?? ''}|${messages.length}`);
    });
    for (let turn = 0; turn < 60; turn += 1) {
      await talk(1);
      const { recent } = await memory(remembering);
      expect(recent.length).toBeLessThanOrEqual(32);
      await run(model);
    }
    const { summary, recent } = await memory(remembering);
    expect(model.asked.length).toBe(5);
    expect(summary).toBe('|18|18|18|18|18');
    const wishes = [...told, ...recent.map((message) => ('text' in message ? message.text : ''))].filter((text) =>
      text.startsWith('wish'),
    );
    expect(wishes).toEqual(Array.from({ length: 60 }, (_, index) => `wish ${index + 1}`));
  });

  it('is remembered in part when the model is away, and folded when it is back', async () => {
    const { memory, talk, jobs, run, logged } = talkOf();
    await talk(20);
    await memory(remembering);
    await run(createFakeModel(() => Promise.reject(new ModelError('MODEL_BUDGET_SPENT'))));
    expect([jobs(), logged]).toEqual([[], ['SUMMARY_LATER']]);
    expect(await memory(remembering)).toMatchObject({ summary: null, recent: { length: 32 } });
    await run(createFakeModel(() => answerOf('Wants red shoes.')));
    expect((await memory(remembering)).summary).toBe('Wants red shoes.');
  });

  it('keeps no summary that is empty', async () => {
    const { memory, talk, run } = talkOf();
    await talk(20);
    await memory(remembering);
    await run(createFakeModel(() => answerOf('  ')));
    expect((await memory(remembering)).summary).toBeNull();
  });

  it('is forgotten for a turn when the store cannot be read, and the assistant goes on', async () => {
    const reading = () => {
      throw new Error('away');
    };
    const { memory, logged } = talkOf({ reading });
    expect(await memory(remembering)).toEqual({ summary: null, recent: [] });
    expect(logged).toEqual(['MEMORY_UNREAD']);
  });
});

it('two processes that fold the same turns leave one summary', async () => {
  const { memory, talk, run, store } = talkOf();
  await talk(20);
  await memory(remembering);
  const waiting: (() => void)[] = [];
  const model = createFakeModel(
    (_request, index) => new Promise((resolve) => waiting.push(() => resolve(answerOf(`notes ${index}`)))),
  );
  const both = [run(model), run(model)];
  await expect.poll(() => waiting.length).toBe(2);
  for (const go of waiting) go();
  await Promise.all(both);
  expect(await store.get('summary', conversation)).toMatchObject({ revision: 1, body: { text: 'notes 0', upTo: 12 } });
});

it('what was shown is told without its amounts', () => {
  const price = { amount: 4999, currency: 'EUR' };
  const choice = { id: 'p1', label: 'Take it' };
  const outbound: readonly Message[] = [
    {
      type: 'products',
      text: ['Found ', { bold: ['these'] }, ':'],
      products: [{ id: 'p1', title: 'Red mug', price, inStock: true, choice }],
      choices: [{ id: 'more', label: 'More' }],
      firstNumber: 3,
    },
    { type: 'image', url: 'https://x.example/a.png', alt: 'a mug', text: [] },
    { type: 'receipt', text: ['Thanks!'], lines: [{ title: 'Mug', quantity: 1, total: price }], totals: [] },
  ];
  const inbound = { type: 'choice', id: 'x', label: 'Mugs' } as const;
  expect(saidIn({ turn: 1, at: 0, inbound, inboundId: 'e', outbound })).toEqual([
    { from: 'shopper', text: '[Mugs]' },
    { from: 'model', text: 'Found these:\n3. Red mug\n4. More\na mug\nThanks!', calls: [] },
  ]);
});
