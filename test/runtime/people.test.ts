import { describe, expect, it } from 'vitest';
import { createActionRegistry } from '../../src/actions/registry.ts';
import type { Book } from '../../src/dialog/book.ts';
import type { DeskMove } from '../../src/dialog/event.ts';
import { ownEvent } from '../../src/runtime/inbox-entry.ts';
import { bookOf } from './counting-book.ts';
import { createMemoryStore } from './memory-store.ts';
import { createRecordingChannel } from './recording-channel.ts';
import { createRunning, type Running, says, shopper, transcriptOf } from './running.ts';

const colourFlow = (question: string): string => `flow: colour
about: Ask for a colour and a size.
starts on:
  - when: first message
  - when: anything else
steps:
  - ask: ${question}
    for: number
    type: quantity
  - say: "{{ number }} it is"
`;
const otherFlow = `flow: colour
about: Something else by now.
starts on:
  - when: first message
  - when: anything else
steps:
  - choose: Welcome back
    from:
      - Good: end
`;
const personFlow = `flow: person
about: A person.
starts on:
  - word: person
steps:
  - handoff: One moment.
`;
const book = (...texts: readonly string[]): Book => bookOf(texts, createActionRegistry([]));

function open(current: () => Book) {
  const store = createMemoryStore(new Map());
  const channel = createRecordingChannel();
  const runtime = createRunning({ store, channel, book: current });
  const texts = (): readonly string[] => channel.shown.map(({ text }) => text);
  return { store, channel, runtime, texts };
}

async function desk(runtime: Running, number: number, does: DeskMove): Promise<void> {
  const entry = { id: `${ownEvent}desk:${number}`, at: 0, content: { type: 'desk', does } as const };
  await runtime.submit({ conversation: shopper('ann'), entry });
  await runtime.settled();
}

describe('a conversation that a person holds', () => {
  it('hears once that it was passed on and nothing else until it is given back, keeps what is said, and then has its question again', async () => {
    const flows = book(colourFlow('How many?'), personFlow);
    const { runtime, texts, store } = open(() => flows);
    await runtime.handle(says('ann', 1));
    await runtime.handle(says('ann', 2, 'person please'));
    const before = texts().length;
    expect(await runtime.handle(says('ann', 3, 'are you there'))).toBe('answered');
    expect(await runtime.handle(says('ann', 4, '7'))).toBe('answered');
    expect(texts().slice(before)).toEqual(['I have passed that on. Write “back” to go on with the shop.']);
    await desk(runtime, 1, { say: 'Hello, this is Eve.' });
    await desk(runtime, 2, 'give-back');
    expect(texts().slice(before)[1]).toBe('Hello, this is Eve.');
    expect(texts().at(-1)).toBe('How many?');
    await runtime.handle(says('ann', 5, '7'));
    expect(texts().at(-1)).toBe('7 it is');
    const transcript = await transcriptOf(store, 'ann');
    expect(transcript.map(({ turn }) => turn)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const kept = transcript.flatMap(({ inbound }) => (inbound?.type === 'text' ? inbound.text : []));
    expect(kept).toEqual(['hello', 'person please', 'are you there', '7', '7']);
    await runtime.stop();
  });
});

describe('flows that change while somebody is in the middle', () => {
  it('an unchanged step goes on', async () => {
    let current = book(colourFlow('How many?'));
    const { runtime, texts } = open(() => current);
    await runtime.handle(says('ann', 1));
    current = book(colourFlow('How many?'), personFlow);
    await runtime.handle(says('ann', 2, '3'));
    expect(texts()).toEqual(['How many?', '3 it is']);
    await runtime.stop();
  });

  it('a changed step is asked again, and the answer is not taken for the old question', async () => {
    let current = book(colourFlow('How many?'));
    const { runtime, texts } = open(() => current);
    await runtime.handle(says('ann', 1));
    current = book(colourFlow('How many pairs?'));
    await runtime.handle(says('ann', 2, '3'));
    expect(texts().at(-1)).toBe('How many pairs?');
    expect(texts()).not.toContain('3 it is');
    await runtime.handle(says('ann', 3, '4'));
    expect(texts().at(-1)).toBe('4 it is');
    await runtime.stop();
  });

  it('a removed step leads back to the start of its flow, with a word of apology', async () => {
    let current = book(colourFlow('How many?'));
    const { runtime, channel, texts } = open(() => current);
    await runtime.handle(says('ann', 1));
    current = book(otherFlow);
    await runtime.handle(says('ann', 2, '3'));
    expect(channel.shown.length).toBeGreaterThan(1);
    expect(texts().at(-1)).toContain('Welcome back');
    expect(texts().slice(1).join(' ')).toMatch(/sorry/i);
    await runtime.stop();
  });
});
