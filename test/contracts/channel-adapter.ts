import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelAdapter, Delivery, RawRequest } from '../../src/channel/adapter.ts';
import { type Address, conversationId, parseConversationId } from '../../src/channel/ids.ts';
import type { InboundEvent } from '../../src/channel/inbound.ts';
import { partsWithin } from './channel-parts.ts';

/** How a channel's shopper looks at it. */
export interface DeliveryHarness {
  readonly adapter: ChannelAdapter;
  /** The one shopper who sees what is delivered to this address. */
  readonly shopper: Address;
  /** What the shopper sees once everything delivered so far has come, oldest first. */
  shown(): Promise<readonly Shown[]>;
  close(): Promise<void>;
}

/** What a suite needs to know about one channel: how its platform speaks, and how its shopper looks at it. */
export interface ChannelHarness extends DeliveryHarness {
  /** Genuine requests, as the platform would make them. `message` numbers the platform's own message id. */
  text(message: number, text: string): RawRequest;
  choice(message: number, choiceId: string): RawRequest;
  /** Something real that Parley cannot read (a sticker, a voice note). */
  unreadable(message: number): RawRequest;
  /** A request that passes `authenticate`, around any bytes. */
  around(body: Uint8Array): RawRequest;
  /** Requests that are not the platform's: wrong secret, none, a changed byte. */
  forged(): readonly RawRequest[];
}

/** One thing on the shopper's screen. */
export interface Shown {
  readonly words: string;
  /** Ids of the choices that can be pressed on it. */
  readonly choices: readonly string[];
}

/** The contract of `ChannelAdapter`. Every adapter runs it against the real wire format. */
export function channelAdapterContract(name: string, open: () => Promise<ChannelHarness>): void {
  describe(`${name} as a channel adapter`, () => {
    let harness: ChannelHarness;
    beforeEach(async () => {
      harness = await open();
    });
    afterEach(() => harness.close());
    const at = () => harness;
    describe('authenticate', () => authenticateContract(at));
    describe('parse', () => parseContract(at));
    const eventOf = (turn: number): string => harness.adapter.parse(harness.text(turn, 'hello'))[0]?.id ?? '';
    describe('deliver', () => deliverContract(at, eventOf));
  });
}

/** The contract of a channel that takes no requests: its shopper writes to this very process. */
export function requestlessChannelContract(name: string, open: () => Promise<DeliveryHarness>): void {
  describe(`${name} as a channel adapter`, () => {
    let harness: DeliveryHarness;
    beforeEach(async () => {
      harness = await open();
    });
    afterEach(() => harness.close());
    it('refuses every request, and reads nothing in it', async () => {
      const request: RawRequest = { method: 'POST', url: '/', headers: {}, body: new Uint8Array([123, 125]) };
      expect((await harness.adapter.authenticate(request)).result).toBe('refuse');
      expect(harness.adapter.parse(request)).toEqual([]);
    });
    describe('deliver', () =>
      deliverContract(
        () => harness,
        (turn) => `message-${turn}`,
      ));
  });
}

type At = () => ChannelHarness;

function authenticateContract(at: At): void {
  it('accepts what the platform sends', async () => {
    expect(await at().adapter.authenticate(at().text(1, 'hello'))).toEqual({ result: 'accept' });
    expect(await at().adapter.authenticate(at().around(new Uint8Array([0, 255])))).toEqual({ result: 'accept' });
  });

  it('refuses what is forged, with a reason that holds no part of the request', async () => {
    const forged = at().forged();
    expect(forged.length).toBeGreaterThan(0);
    for (const request of forged) {
      const answer = await at().adapter.authenticate(request);
      expect(answer.result).toBe('refuse');
      for (const value of secrets(request)) expect(JSON.stringify(answer)).not.toContain(value);
    }
  });

  it('answers any headers and any bytes without throwing', async () => {
    const headers = fc.dictionary(fc.stringMatching(/^[a-z-]{1,20}$/u), fc.string());
    await fc.assert(
      fc.asyncProperty(headers, fc.uint8Array(), async (extra, body) => {
        const request = at().around(body);
        const answer = await at().adapter.authenticate({ ...request, headers: extra });
        expect(['accept', 'challenge', 'refuse']).toContain(answer.result);
      }),
      { numRuns: 50 },
    );
  });
}

function secrets(request: RawRequest): readonly string[] {
  return Object.values(request.headers).filter((value) => value !== undefined && value.length >= 16) as string[];
}

function parseContract(at: At): void {
  it('reads a text as it was written', () => {
    for (const text of [
      'red shoes under 50',
      '  two  spaces\nand a line ',
      '2',
      '/start-ish',
      'שלום 👋🏽',
      '<b>&amp;',
    ]) {
      expect(only(at(), at().text(7, text)).content).toEqual({ type: 'text', text });
    }
  });

  it('reads a pressed choice by its id', () => {
    for (const id of ['cart', 'product:10234', 'ä'.repeat(32)]) {
      expect(only(at(), at().choice(8, id)).content).toMatchObject({ type: 'choice', id });
    }
  });

  it('names the shopper by the address that is delivered to', () => {
    const expected = conversationId(at().shopper);
    expect(only(at(), at().text(1, 'hello')).conversation).toBe(expected);
    expect(only(at(), at().choice(2, 'cart')).conversation).toBe(expected);
  });

  it('gives one message the same id however often it comes, and two messages two, though they say the same', () => {
    const id = (message: number) => only(at(), at().text(message, 'same words')).id;
    expect(id(1)).toBe(id(1));
    expect(id(1)).not.toBe(id(2));
    const pressed = (message: number) => only(at(), at().choice(message, 'same')).id;
    expect(pressed(3)).toBe(pressed(3));
    expect(pressed(3)).not.toBe(pressed(4));
  });

  it('turns what it cannot read into `unsupported`, never into nothing', () => {
    const event = only(at(), at().unreadable(5));
    expect(event.content.type).toBe('unsupported');
    expect(event.id).toBe(only(at(), at().unreadable(5)).id);
  });

  it('never throws and makes no malformed event, whatever the bytes', () => {
    const body = fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.json().map(bytes), damaged(at));
    fc.assert(
      fc.property(body, (any) => {
        for (const event of at().adapter.parse(at().around(any))) expectWellFormed(at(), event);
      }),
      { numRuns: 300 },
    );
  });
}

/** Genuine bodies with a stretch cut out or overwritten: nearer to what breaks parsers than noise. */
function damaged(at: At): fc.Arbitrary<Uint8Array> {
  const genuine = fc.constantFrom('text', 'choice', 'unreadable').map((kind) => {
    if (kind === 'text') return at().text(1, 'hello').body;
    return kind === 'choice' ? at().choice(1, 'cart').body : at().unreadable(1).body;
  });
  return fc.tuple(genuine, fc.nat(), fc.nat({ max: 20 }), fc.uint8Array({ maxLength: 5 })).map(cut);
}

function cut([body, from, length, filling]: [Uint8Array, number, number, Uint8Array]): Uint8Array {
  const start = from % (body.length + 1);
  return Buffer.concat([body.subarray(0, start), filling, body.subarray(start + length)]);
}

function bytes(text: string): Uint8Array {
  return Buffer.from(text);
}

function only(harness: ChannelHarness, request: RawRequest): InboundEvent {
  const events = harness.adapter.parse(request);
  expect(events).toHaveLength(1);
  const [event] = events;
  if (!event) throw new Error('unreachable');
  expectWellFormed(harness, event);
  return event;
}

function expectWellFormed(harness: ChannelHarness, event: InboundEvent): void {
  expect(event.id.length).toBeGreaterThan(0);
  expect(event.id.length).toBeLessThanOrEqual(200);
  expect(parseConversationId(event.conversation)?.channel).toBe(harness.adapter.id);
  expect(Number.isFinite(event.at)).toBe(true);
}

function deliverContract(at: () => DeliveryHarness, eventOf: (turn: number) => string): void {
  const nth = (turn: number): Delivery => ({
    key: `${conversationId(at().shopper)}:${turn}:0:0`,
    inReplyTo: eventOf(turn),
  });

  it('shows every kind of part its capabilities name, in order', async () => {
    const samples = partsWithin(at().adapter.capabilities);
    for (const [index, { part }] of samples.entries()) {
      const receipt = await at().adapter.deliver(part, at().shopper, nth(index + 1));
      expect(receipt.result).toBe('delivered');
    }
    const shown = await at().shown();
    const words = shown.map((each) => each.words).join('\n');
    const expected = samples.flatMap((sample) => sample.words);
    for (const word of expected) expect(words).toContain(word);
    expect(shown.flatMap((each) => each.choices)).toEqual(samples.flatMap((sample) => sample.choices));
    const heads = samples.map((sample) => words.indexOf(sample.words[0] ?? ''));
    expect(heads).toEqual([...heads].sort((a, b) => a - b));
  });

  it('shows one part once, however often its key is delivered, where the channel says so', async () => {
    const part = { type: 'text', text: ['only once'] } as const;
    await at().adapter.deliver(part, at().shopper, nth(1));
    expect((await at().adapter.deliver(part, at().shopper, nth(1))).result).toBe('delivered');
    const times = (await at().shown()).filter((each) => each.words.includes('only once')).length;
    if (at().adapter.capabilities.idempotent) expect(times).toBe(1);
    else expect(times).toBeGreaterThanOrEqual(1);
  });

  it('shows two parts with the same words and two keys twice', async () => {
    const part = { type: 'text', text: ['same words'] } as const;
    await at().adapter.deliver(part, at().shopper, nth(1));
    await at().adapter.deliver(part, at().shopper, nth(2));
    expect((await at().shown()).filter((each) => each.words.includes('same words'))).toHaveLength(2);
  });

  it('can show that it is typing exactly when its capabilities say so', async () => {
    expect(at().adapter.typing !== undefined).toBe(at().adapter.capabilities.typing);
    await at().adapter.typing?.(at().shopper);
  });
}
