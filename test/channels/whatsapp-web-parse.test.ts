import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventsOf, type Known } from '../../adapters/channels/whatsapp-web/events.ts';
import type { Happening } from '../../adapters/channels/whatsapp-web/happening.ts';
import { parseConversationId } from '../../src/channel/ids.ts';
import type { InboundContent, InboundEvent } from '../../src/channel/inbound.ts';

const anna = '15551110001@c.us';
const poll = { fromMe: true, remote: anna, id: 'POLL1', _serialized: `true_${anna}_POLL1` };

const known: Known = {
  ...{ account: 'shop', me: '15550000001@c.us', now: 1_790_000_000_123 },
  choiceOf: (id, option) => (id === 'POLL1' && option === 1 ? { id: 'colour:1', label: 'Red' } : null),
  keyOf: (id) => (id === 'OURS' ? 'key:1' : null),
};

const key = (more: object = {}) => ({
  fromMe: false,
  remote: anna,
  id: 'ABC123',
  _serialized: `false_${anna}_ABC123`,
  ...more,
});
const said = (more: object) => ({ id: key(), from: anna, to: 'x@c.us', t: 1_790_000_000, type: 'chat', ...more });

function contentOf(message: object): InboundContent | undefined {
  const events = eventsOf({ kind: 'message', message: said(message) }, known);
  expect(events.length).toBeLessThanOrEqual(1);
  return events[0]?.content;
}

describe('what people send on WhatsApp Web', () => {
  it('is read by its kind', () => {
    const vcard = 'BEGIN:VCARD\nVERSION:3.0\nFN:Ben \\, the second\nTEL;type=CELL;waid=491701:+49 170 1\nEND:VCARD';
    const file = { directPath: '/x', mimetype: 'image/jpeg', size: 5, caption: 'like this' };
    const media = { type: 'media', ref: `false_${anna}_ABC123`, mediaType: 'image/jpeg', size: 5 };
    const cases: readonly [object, InboundContent][] = [
      [{ body: ' 2\n ' }, { type: 'text', text: ' 2\n ' }],
      [{ type: 'image', ...file }, { ...media, kind: 'image', caption: 'like this' } as InboundContent],
      [{ type: 'ptt', ...file, caption: undefined }, { ...media, kind: 'voice' } as InboundContent],
      [
        { type: 'document', ...file, filename: 'a.pdf' },
        { ...media, kind: 'document', name: 'a.pdf', caption: 'like this' } as InboundContent,
      ],
      [{ type: 'sticker' }, { type: 'unsupported', what: 'sticker' }],
      [
        { type: 'image', ...file, isViewOnce: true },
        { type: 'unsupported', what: 'image to be seen once' },
      ],
      [
        { type: 'location', lat: 1.5, lng: -2, loc: 'Shop\nHigh St' },
        { type: 'location', latitude: 1.5, longitude: -2, label: 'Shop, High St' },
      ],
      [
        { type: 'location', lat: 'x' },
        { type: 'unsupported', what: 'place' },
      ],
      [
        { type: 'vcard', body: vcard },
        { type: 'contact', phone: '+49 170 1', name: 'Ben , the second' },
      ],
      [
        { type: 'vcard', body: 'BEGIN:VCARD' },
        { type: 'unsupported', what: 'contact without a number' },
      ],
      [{ type: 'multi_vcard' }, { type: 'unsupported', what: 'several contacts' }],
      [
        { type: 'buttons_response', selectedButtonId: 'cart', body: 'Cart' },
        { type: 'choice', id: 'cart', label: 'Cart' },
      ],
      [
        { type: 'list_response', listResponse: { singleSelectReply: { selectedRowId: 'r' } } },
        { type: 'choice', id: 'r' },
      ],
      [{ type: 'call_log' }, { type: 'unsupported', what: 'call' }],
      [
        { type: 'order', body: 'x' },
        { type: 'unsupported', what: 'order' },
      ],
      [{ type: 'something_new' }, { type: 'unsupported', what: 'something new' }],
      [{ type: 7 }, { type: 'unsupported', what: 'message' }],
      [{ body: '' }, { type: 'unsupported', what: 'message' }],
    ];
    for (const [message, content] of cases) expect(contentOf(message)).toEqual(content);
  });

  it('names the shopper by their address without the device, whatever kind of address it is', () => {
    const conversation = (from: unknown) =>
      eventsOf({ kind: 'message', message: said({ body: 'x', from }) }, known)[0]?.conversation;
    expect(conversation(anna)).toBe(`whatsapp-web:shop:${anna}`);
    expect(conversation({ user: '9', server: 'lid', _serialized: '9@lid' })).toBe('whatsapp-web:shop:9@lid');
    expect(conversation('15551110001:12@c.us')).toBe(`whatsapp-web:shop:${anna}`);
  });

  it('is left alone by rule', () => {
    const none: readonly object[] = [
      { id: key({ fromMe: true }), body: 'x' },
      ...['1-2@g.us', '1@newsletter', 'status@broadcast', '0@c.us', ''].map((from) => ({ from, body: 'x' })),
      { isStatusV3: true, body: 'x' },
      { broadcast: true, body: 'x' },
      ...['e2e_notification', 'gp2', 'revoked', 'album', 'protocol'].map((type) => ({ type })),
    ];
    for (const message of none) expect(contentOf(message)).toBeUndefined();
  });

  it('brings the advertisement that started the talk', () => {
    const ctwaContext = { sourceId: '123', sourceUrl: 'https://fb.me/x', title: 'Coats' };
    expect(eventsOf({ kind: 'message', message: said({ body: 'x', ctwaContext }) }, known)[0]?.referral).toEqual({
      ...{ kind: 'ad', campaign: '123', headline: 'Coats', url: 'https://fb.me/x' },
    });
  });

  it('is asked for again when it was edited: once for each edit, and not when a thumbnail changed', () => {
    const edit = (message: object, before: unknown, after: unknown) =>
      eventsOf({ kind: 'edit', message: said(message), before, after }, known);
    const [event] = edit({ body: 'red', latestEditSenderTimestampMs: 5 }, 'blue', 'red');
    expect(event?.content).toEqual({ type: 'unsupported', what: 'edited message' });
    expect(event?.id).toBe('edit:ABC123:5');
    expect(edit({ body: 'red' }, 'blue', 'red')[0]?.id).not.toBe(edit({ body: 'green' }, 'blue', 'green')[0]?.id);
    expect(edit({ body: 'red' }, undefined, 'red')).toEqual([]);
    expect(edit({ type: 'image', body: '/9j/2' }, '/9j/1', '/9j/2')).toEqual([]);
    expect(edit({ type: 'image', caption: 'b' }, 'a', 'b')).toHaveLength(1);
  });

  it('is a choice when it is a vote on a poll we remember, its words when we do not, and nothing when it is taken back', () => {
    const vote = (more: object) =>
      eventsOf(
        {
          kind: 'vote',
          vote: {
            voter: anna,
            parentMsgKey: poll,
            interractedAtTs: 7,
            selectedOptions: [{ name: 'Red', localId: 1 }],
            ...more,
          },
        },
        known,
      );
    expect(vote({})[0]).toMatchObject({
      id: 'vote:POLL1:7',
      content: { type: 'choice', id: 'colour:1', label: 'Red' },
    });
    const old = { ...poll, id: 'OLD' };
    expect(vote({ parentMsgKey: old })[0]?.content).toEqual({ type: 'text', text: 'Red' });
    expect(vote({ parentMsgKey: old, selectedOptions: [{ localId: 1 }] })[0]?.content.type).toBe('unsupported');
    expect(vote({ selectedOptions: [] })).toEqual([]);
    expect(vote({ parentMsgKey: { ...poll, fromMe: false } })).toEqual([]);
    expect(vote({ voter: known.me })).toEqual([]);
    // They have two addresses: the chat's is the conversation's.
    expect(vote({ voter: '9@lid' })[0]?.conversation).toBe(`whatsapp-web:shop:${anna}`);
  });

  it('tells of reactions, and how far our messages came, but of nobody else’s', () => {
    const reaction = {
      id: key({ id: 'R1' }),
      msgId: key({ id: 'OURS', fromMe: true }),
      reaction: '👍',
      senderId: anna,
      timestamp: 5,
    };
    expect(eventsOf({ kind: 'reaction', reaction }, known)[0]).toMatchObject({
      id: 'reaction:R1',
      at: 5000,
      content: { type: 'reaction', emoji: '👍', to: 'OURS' },
    });
    expect(eventsOf({ kind: 'reaction', reaction: { ...reaction, reaction: '' } }, known)[0]?.content).toMatchObject({
      emoji: null,
    });
    const group = { ...reaction, msgId: key({ remote: '1-2@g.us' }) };
    expect(eventsOf({ kind: 'reaction', reaction: group }, known)).toEqual([]);
    const ack = (id: string, to: unknown) =>
      eventsOf({ kind: 'ack', message: said({ id: key({ fromMe: true, id }) }), ack: to }, known)[0]?.content;
    expect([1, 2, 3, 4, -1].map((to) => (ack('OURS', to) as { state?: string }).state)).toEqual([
      'sent',
      'delivered',
      'read',
      'read',
      'failed',
    ]);
    expect(ack('OURS', 2)).toEqual({ type: 'delivery', key: 'key:1', message: 'OURS', state: 'delivered' });
    expect([ack('OURS', 0), ack('OURS', 'x'), ack('THEIRS', 2)]).toEqual([undefined, undefined, undefined]);
  });

  it('says so when this device could not open it', () => {
    const [event] = eventsOf({ kind: 'undecrypted', message: said({ type: 'ciphertext' }) }, known);
    expect(event).toMatchObject({ id: 'undecrypted:ABC123', content: { type: 'unsupported' } });
  });
});

const noise = fc.anything({ maxDepth: 2 });
const types = [
  'chat',
  'image',
  'ptt',
  'video',
  'document',
  'sticker',
  'location',
  'vcard',
  'multi_vcard',
  'order',
  'product',
];
const more = [
  'list_response',
  'buttons_response',
  'poll_creation',
  'ciphertext',
  'revoked',
  'gp2',
  'unknown',
  'call_log',
  '',
];
const people = ['15551110001@c.us', '9@lid', '5:3@c.us'];
const others = ['1-2@g.us', 'status@broadcast', '0@c.us', '1@newsletter'];
const whoever = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...people) },
  { weight: 2, arbitrary: fc.constantFrom(...others) },
);
const address = fc.oneof(
  { weight: 6, arbitrary: whoever },
  { weight: 2, arbitrary: whoever.map((it) => ({ _serialized: it })) },
  { weight: 1, arbitrary: noise },
);
const anyKey = fc.record(
  {
    id: fc.oneof({ weight: 8, arbitrary: fc.string({ maxLength: 140 }) }, noise),
    fromMe: fc.oneof(fc.boolean(), noise),
    remote: address,
    _serialized: fc.oneof(fc.string(), noise),
  },
  { requiredKeys: ['id'] },
);
const or = <Value>(arbitrary: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 8, arbitrary }, { weight: 1, arbitrary: noise });
const message = fc.record(
  {
    ...{ id: or(anyKey), from: address, type: or(fc.constantFrom(...types, ...more)), t: or(fc.nat(2_000_000_000)) },
    ...{ body: or(fc.string()), caption: or(fc.string()), notifyName: or(fc.string()), directPath: or(fc.string()) },
    ...{
      mimetype: or(fc.string()),
      size: or(fc.nat()),
      filename: or(fc.string()),
      lat: or(fc.double()),
      lng: or(fc.double()),
    },
    ...{
      isStatusV3: fc.oneof(fc.constant(false), noise),
      broadcast: fc.oneof(fc.constant(false), noise),
      isViewOnce: noise,
    },
    ...{ listResponse: noise, selectedButtonId: or(fc.string()), ctwaContext: noise, loc: or(fc.string()) },
  },
  { requiredKeys: ['id', 'from', 'type'] },
);
const place = fc.record({
  ...{ id: fc.record({ id: fc.uuid(), fromMe: fc.constant(false) }), from: fc.constantFrom(...people) },
  ...{ type: fc.constant('location'), t: or(fc.nat(2_000_000_000)), lat: or(fc.double()), lng: or(fc.double()) },
});
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 1, arbitrary: place.map((it) => ({ kind: 'message' as const, message: it })) },
  { weight: 6, arbitrary: message.map((it) => ({ kind: 'message' as const, message: it })) },
  { weight: 1, arbitrary: noise.map((it) => ({ kind: 'message' as const, message: it })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(or(message), or(fc.string()), or(fc.string()))
      .map(([it, before, after]) => ({ kind: 'edit' as const, message: it, before, after })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(or(message), or(fc.integer({ min: -1, max: 5 })))
      .map(([it, ack]) => ({ kind: 'ack' as const, message: it, ack })),
  },
  {
    weight: 1,
    arbitrary: or(
      fc.record({ id: anyKey, msgId: anyKey, reaction: or(fc.string()), senderId: address, timestamp: or(fc.nat()) }),
    ).map((it) => ({ kind: 'reaction' as const, reaction: it })),
  },
  {
    weight: 1,
    arbitrary: or(
      fc.record({
        parentMsgKey: anyKey,
        voter: address,
        interractedAtTs: or(fc.nat()),
        selectedOptions: or(fc.array(fc.record({ name: or(fc.string()), localId: or(fc.nat(12)) }))),
      }),
    ).map((it) => ({ kind: 'vote' as const, vote: it })),
  },
);

describe('anything at all from the page', () => {
  it('never throws, gives only well-formed events, and drops no message that is for us (10,000 payloads)', () => {
    const reached = { forUs: 0, events: 0, kinds: new Set<string>() };
    fc.assert(
      fc.property(happening, (what) => {
        const events = eventsOf(what, known);
        for (const event of events) expectWellFormed(event);
        for (const { content } of events) reached.kinds.add(content.type);
        reached.events += events.length;
        if (!isForUs(what)) return;
        reached.forUs += 1;
        expect(events).toHaveLength(1);
      }),
      { numRuns: 10_000 },
    );
    expect(reached.forUs).toBeGreaterThan(1000);
    expect(reached.events).toBeGreaterThan(reached.forUs);
    expect([...reached.kinds].sort()).toEqual(
      expect.arrayContaining(['choice', 'location', 'media', 'reaction', 'text', 'unsupported']),
    );
  });
});

function expectWellFormed(event: InboundEvent): void {
  expect(event.id.length).toBeGreaterThan(0);
  expect(event.id.length).toBeLessThanOrEqual(200);
  expect(parseConversationId(event.conversation)?.channel).toBe('whatsapp-web');
  expect(Number.isFinite(event.at)).toBe(true);
  if (event.content.type === 'media') expect(event.content.ref.length).toBeLessThanOrEqual(1000);
}

const ignoredTypes = new Set<unknown>(['revoked', 'gp2']);

/** A message with an id, by a person, that says something: counted without the adapter's schema. */
function isForUs(what: Happening): boolean {
  if (what.kind !== 'message') return false;
  const { id, from, isStatusV3, broadcast, type } = (what.message ?? {}) as Record<string, unknown>;
  const { id: own, fromMe } = (id ?? {}) as Record<string, unknown>;
  const sender = typeof from === 'string' ? from : (from as { _serialized?: unknown } | null)?._serialized;
  const isPerson = people.some((each) => each === sender);
  const hasId = typeof own === 'string' && own.length > 0 && own.length <= 128;
  return hasId && isPerson && fromMe !== true && isStatusV3 !== true && broadcast !== true && !ignoredTypes.has(type);
}
