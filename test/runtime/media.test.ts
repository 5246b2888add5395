import { describe, expect, it } from 'vitest';
import type { InboundContent, MediaContent } from '../../src/channel/inbound.ts';
import type { Heard, MediaReader, SentMedia } from '../../src/media/media-reader.ts';
import type { Conversation } from '../../src/runtime/conversation.ts';
import { StoreError } from '../../src/storage/errors.ts';
import type { Store } from '../../src/storage/store.ts';
import { createManualClock } from '../manual-clock.ts';
import { counted } from './counting-actions.ts';
import { createGate } from './gate.ts';
import { createMemoryStore, type MemoryData } from './memory-store.ts';
import { createRecordingChannel } from './recording-channel.ts';
import { createRunning, says, shopper, transcriptOf } from './running.ts';

interface Asked extends MediaReader {
  readonly asked: readonly SentMedia[];
}

function reader(answer: (sent: SentMedia, times: number) => Heard | Promise<Heard>): Asked {
  const asked: SentMedia[] = [];
  return {
    asked,
    async read(sent) {
      asked.push(sent);
      return answer(sent, asked.length);
    },
  };
}

const voice: MediaContent = { type: 'media', kind: 'voice', ref: 'file-1', mediaType: 'audio/ogg', size: 4_000 };
const texts = (shown: readonly { readonly text: string }[]): readonly string[] => shown.map(({ text }) => text);

async function inboxOf(store: Store): Promise<readonly string[]> {
  const stored = await store.get('conversation', shopper('ann'));
  return ((stored?.body as unknown as Conversation | undefined)?.inbox ?? []).map(({ id }) => id);
}

describe('what was sent as a file', () => {
  it('is durable, and the platform told so, before anybody listens; what was heard is answered as if it were written', async () => {
    const gate = createGate();
    const store = createMemoryStore(new Map());
    const media = reader(async () => {
      await gate.pass();
      return { text: 'three' };
    });
    const channel = createRecordingChannel();
    const runtime = createRunning({ store, channel, media });
    expect(await runtime.receive(says('ann', 1, voice))).toBe('accepted');
    await gate.untilReached();
    expect(await inboxOf(store)).toEqual(['1']);
    expect(channel.tried).toEqual([]);
    expect(await runtime.receive(says('ann', 1, voice))).toBe('duplicate');
    gate.open();
    await channel.untilShown(3);
    expect(texts(channel.shown)).toEqual(['one', 'two', 'three']);
    expect(media.asked).toEqual([{ conversation: shopper('ann'), event: '1', at: expect.any(Number), content: voice }]);
    await runtime.stop();
  });

  it('stands in the transcript with the words that were heard, or why there are none', async () => {
    const store = createMemoryStore(new Map());
    const media = reader((sent) => (sent.event === '1' ? { text: 'three' } : { unread: 'too-large' }));
    const runtime = createRunning({ store, channel: createRecordingChannel(), media });
    await runtime.handle(says('ann', 1, voice));
    await runtime.handle(says('ann', 2, { ...voice, ref: 'file-2' }));
    expect((await transcriptOf(store, 'ann')).map(({ inbound }) => inbound)).toEqual([
      { ...voice, heard: 'three' },
      { ...voice, ref: 'file-2', unread: 'too-large' },
    ]);
    await runtime.stop();
  });

  it('keeps what was written meanwhile in its place behind it', async () => {
    const gate = createGate();
    const media = reader(async () => {
      await gate.pass();
      return { text: 'hello' };
    });
    const store = createMemoryStore(new Map());
    const channel = createRecordingChannel();
    const runtime = createRunning({ store, channel, media });
    await runtime.receive(says('ann', 1, voice));
    await gate.untilReached();
    expect(await runtime.receive(says('ann', 2, 'three'))).toBe('accepted');
    expect(await runtime.handle(says('bob', 1))).toBe('answered');
    expect(channel.shown.filter(({ to }) => to === 'ann')).toEqual([]);
    gate.open();
    await channel.untilShown(5);
    expect(texts(channel.shown.filter(({ to }) => to === 'ann'))).toEqual(['1', 'one', 'two', 'three']);
    expect((await transcriptOf(store, 'ann')).map(({ inboundId }) => inboundId)).toEqual(['1', '2']);
    await runtime.stop();
  });

  it('that a process died over is read by the next one, and answered once', async () => {
    const data: MemoryData = new Map();
    const clock = createManualClock();
    const [hanging, gate] = [createGate(), createGate()];
    let isAlive = true;
    const dying = createMemoryStore(data, { fault: () => (isAlive ? 'none' : 'before') });
    const died = createRecordingChannel();
    const first = createRunning({
      store: dying,
      channel: died,
      // The time of whoever has died goes on no more.
      clock: createManualClock(),
      media: reader(async () => {
        await hanging.pass();
        return { text: 'three' };
      }),
    });
    expect(await first.receive(says('ann', 1, voice))).toBe('accepted');
    await hanging.untilReached();
    isAlive = false;
    clock.advance(60_000);
    const store = createMemoryStore(data);
    const channel = createRecordingChannel();
    const media = reader(async () => {
      await gate.pass();
      return { text: 'three' };
    });
    const second = createRunning({ store, channel, clock, media });
    await second.start();
    await gate.untilReached();
    expect(await second.receive(says('ann', 1, voice))).toBe('duplicate');
    gate.open();
    await channel.untilShown(3);
    hanging.open();
    await first.settled();
    await second.settled();
    expect([texts(channel.shown), died.tried]).toEqual([['one', 'two', 'three'], []]);
    expect(media.asked).toHaveLength(1);
    expect(await transcriptOf(store, 'ann')).toMatchObject([{ turn: 1, inbound: { heard: 'three' } }]);
    await second.stop();
  });

  it('is listened to by one process, for as long as that takes', async () => {
    const data: MemoryData = new Map();
    const clock = createManualClock();
    const gate = createGate();
    const slowly = reader(async () => {
      await gate.pass();
      return { text: 'three' };
    });
    const channel = createRecordingChannel();
    const first = createRunning({ store: createMemoryStore(data), channel, clock, media: slowly });
    const other = reader(() => ({ text: 'three' }));
    const second = createRunning({ store: createMemoryStore(data), channel, clock, media: other });
    await second.start();
    await first.receive(says('ann', 1, voice));
    await gate.untilReached();
    for (let seconds = 0; seconds < 120; seconds += 1) {
      clock.advance(1_000);
      await new Promise(setImmediate);
      await second.settled();
    }
    expect(other.asked).toEqual([]);
    gate.open();
    await channel.untilShown(3);
    expect([texts(channel.shown), slowly.asked.length]).toEqual([['one', 'two', 'three'], 1]);
    await Promise.all([first.stop(), second.stop()]);
  });

  it('is let go of by a process that stops in the middle, and is not claimed again by it', async () => {
    const data: MemoryData = new Map();
    const clock = createManualClock();
    const hanging = createGate();
    const media = reader(async () => {
      await hanging.pass();
      return { text: 'three' };
    });
    const store = createMemoryStore(data);
    const runtime = createRunning({ store, channel: createRecordingChannel(), clock, media });
    await runtime.receive(says('ann', 1, voice));
    await hanging.untilReached();
    const stopped = runtime.stop();
    for (let seconds = 0; seconds < 60; seconds += 1) {
      await new Promise(setImmediate);
      clock.advance(1_000);
    }
    await stopped;
    expect((await store.get('conversation', shopper('ann')))?.body).toMatchObject({
      lease: null,
      inbox: [{ id: '1' }],
    });
  });

  it('is asked about once, though its turn has to be taken again', async () => {
    let isFirst = true;
    const store = createMemoryStore(new Map(), {
      fault: (writes) => {
        const isTurn = writes.some(({ kind, revision }) => kind === 'message' && revision === 1);
        if (!isTurn || !isFirst) return 'none';
        isFirst = false;
        return 'conflict';
      },
    });
    const media = reader(() => ({ text: 'hello' }));
    const channel = createRecordingChannel();
    const runtime = createRunning({ store, channel, media });
    expect(await runtime.handle(says('ann', 1, voice))).toBe('answered');
    expect([isFirst, media.asked.length]).toEqual([false, 1]);
    expect([texts(channel.shown), await counted(store, shopper('ann'))]).toEqual([['1'], 1]);
    await runtime.stop();
  });

  it('waits in its inbox while the store of files is down, and is read when it is back', async () => {
    const clock = createManualClock();
    const store = createMemoryStore(new Map());
    const media = reader((_, times) => {
      if (times === 1) throw new StoreError('STORE_UNAVAILABLE', 'down');
      return { text: 'three' };
    });
    const channel = createRecordingChannel();
    const runtime = createRunning({ store, channel, media, clock });
    await runtime.start();
    expect(await runtime.receive(says('ann', 1, voice))).toBe('accepted');
    while (!runtime.logged.some((line) => line.startsWith('TURN_FAILED'))) await new Promise(setImmediate);
    expect(await inboxOf(store)).toEqual(['1']);
    while (channel.shown.length < 3) {
      clock.advance(1_000);
      await new Promise(setImmediate);
    }
    expect([texts(channel.shown), media.asked.length]).toEqual([['one', 'two', 'three'], 2]);
    await runtime.stop();
  });

  it('that breaks its reader gets an apology, once, and the next message an answer', async () => {
    const media = reader(() => {
      throw new TypeError('a defect');
    });
    const channel = createRecordingChannel();
    const runtime = createRunning({ store: createMemoryStore(new Map()), channel, media });
    expect(await runtime.handle(says('ann', 1, voice))).toBe('answered');
    expect(await runtime.handle(says('ann', 2, 'three'))).toBe('answered');
    expect(texts(channel.shown).slice(1)).toEqual(['one', 'two', 'three']);
    expect([channel.shown.length, media.asked.length]).toEqual([4, 1]);
    expect(runtime.logged).toEqual([expect.stringContaining('TURN_BROKEN')]);
    await runtime.stop();
  });
});

describe('without a reader', () => {
  const answersTo = async (content: InboundContent): Promise<readonly string[]> => {
    const channel = createRecordingChannel();
    const runtime = createRunning({ store: createMemoryStore(new Map()), channel });
    expect(await runtime.handle(says('ann', 1, content))).toBe('answered');
    await runtime.stop();
    return texts(channel.shown);
  };

  it('a recording, a picture and a paper are each met with polite words, and no turn is held up', async () => {
    const said = await Promise.all(
      (['voice', 'video', 'image', 'sticker', 'document'] as const).map((kind) => answersTo({ ...voice, kind })),
    );
    const [voiced, filmed, seen, stuck, written] = said.map(([first]) => first);
    expect(voiced).toContain('cannot listen');
    expect([filmed, stuck]).toEqual([voiced, seen]);
    expect(new Set([voiced, seen, written, undefined]).size).toBe(4);
  });

  it('the words under a picture are answered all the same', async () => {
    const said = await answersTo({ ...voice, kind: 'image', caption: 'three' });
    expect(said.join(' ')).toContain('one two three');
  });
});
