import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConversationId } from '../../src/channel/ids.ts';
import type { InboundEvent } from '../../src/channel/inbound.ts';
import { mediaKinds } from '../../src/channel/media.ts';
import { signedRequest } from '../fakes/whatsapp-cloud/webhook.ts';
import { type Setup, setUp } from './whatsapp-cloud-setup.ts';

const ours = '106540352242922';

const person = fc.constantFrom(
  { from: '16505551234' },
  { from: '4930555', from_user_id: 'DE.777' },
  { from_user_id: 'US.13491208655302741918' },
  { from: 16_505_551_234 },
  {},
);
const file = { id: '1003383421387256', mime_type: 'image/jpeg', sha256: 'x', caption: 'below' };
const reply = { id: 'product:1', title: 'Wool coat', description: 'warm' };

const said = fc.constantFrom<object>(
  { type: 'text', text: { body: 'hello' } },
  { type: 'button', button: { payload: 'yes', text: 'Yes' } },
  { type: 'interactive', interactive: { type: 'button_reply', button_reply: reply } },
  { type: 'interactive', interactive: { type: 'list_reply', list_reply: reply } },
  { type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply: { response_json: '{}' } } },
  { type: 'order', order: { catalog_id: '1', text: '', product_items: [{ product_retailer_id: 'a', quantity: 2 }] } },
  { type: 'location', location: { latitude: 37.4, longitude: -122.1, name: 'Here' } },
  { type: 'contacts', contacts: [{ name: { formatted_name: 'Al' }, phones: [{ phone: '+1 983' }] }, { phones: [] }] },
  ...['image', 'document', 'audio', 'video', 'sticker'].map((type) => ({ type, [type]: file })),
  { type: 'reaction', reaction: { message_id: 'wamid.out1', emoji: '👍' } },
  { type: 'unsupported', errors: [{ code: 131_051 }] },
  { type: 'system', system: { type: 'user_changed_number', wa_id: '1', body: 'x' } },
  { type: 'system', system: { type: 'customer_identity_changed' } },
  { type: 'revoke' },
  { type: 'text', text: { body: 'to all' }, group_id: 'Y2Fw' },
  { type: 'hologram' },
);

const message = fc
  .record({ who: person, what: said, id: fc.nat(999), more: fc.constantFrom({}, { timestamp: '1750000000' }) })
  .map(({ who, what, id, more }) => ({ ...who, id: `wamid.${id}`, ...what, ...more }));
const status = fc
  .record({ id: fc.nat(99), status: fc.constantFrom('sent', 'delivered', 'read', 'failed', 'played') })
  .map(({ id, status: state }) => ({
    ...{ id: `wamid.out${id}`, status: state, timestamp: '1750000000', recipient_id: '16505551234' },
    ...(state === 'failed' ? { errors: [{ code: 131_026, title: 'x' }] } : {}),
    ...(id % 2 ? { biz_opaque_callback_data: `whatsapp-cloud:${ours}:US.7:3:0:${id}` } : {}),
  }));

const value = fc.record(
  {
    metadata: fc.constantFrom(ours, ours, ours, '999').map((phone_number_id) => ({ phone_number_id })),
    contacts: fc.constantFrom(
      [],
      [{ wa_id: '16505551234', profile: { name: 'Al' } }],
      [{ user_id: 'US.9' }, { wa_id: '1' }],
    ),
    messages: fc.array(message, { maxLength: 4 }),
    statuses: fc.array(status, { maxLength: 2 }),
    errors: fc.constant([{ code: 131_031 }]),
  },
  { requiredKeys: ['metadata'] },
);
const change = fc.record({ field: fc.constantFrom('messages', 'messages', 'messages', 'account_update'), value });
const payload = fc
  .array(fc.array(change, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 })
  .map((entries) => ({
    object: 'whatsapp_business_account',
    entry: entries.map((changes, index) => ({ id: `${index}`, changes })),
  }));

const junk = fc.oneof(
  fc.constantFrom<unknown>(
    ...['__proto__', 'constructor', 'toString', 'system', 'contacts', 'order'],
    null,
    '',
    0,
    -1,
    1e308,
    true,
    [],
    {},
    [[]],
    'x'.repeat(400),
    'a b',
    ':',
    '\u0000',
    '\ud800',
    'NaN',
  ),
  fc.string(),
  fc.jsonValue({ maxDepth: 2 }),
);
const edit = fc.record({ at: fc.nat(), how: fc.constantFrom('drop', 'replace', 'wrap', 'double'), junk });
const altered = fc.tuple(payload, fc.array(edit, { maxLength: 4 })).map(([whole, edits]) => {
  const root: { whole: unknown } = { whole: structuredClone(whole) };
  for (const each of edits) alter(root, each);
  return root.whole;
});

interface Edit {
  readonly at: number;
  readonly how: 'drop' | 'replace' | 'wrap' | 'double';
  readonly junk: unknown;
}

function alter(root: object, { at, how, junk: other }: Edit): void {
  const places = placesIn(root);
  const [parent, key] = places[at % places.length] ?? [{}, ''];
  if (how === 'replace') parent[key] = structuredClone(other);
  else if (how === 'wrap') parent[key] = [parent[key]];
  else if (Array.isArray(parent))
    parent.splice(Number(key), how === 'drop' ? 1 : 0, ...(how === 'double' ? [structuredClone(parent[key])] : []));
  else if (how === 'drop') delete parent[key];
}

type Parent = Record<string, unknown>;

function placesIn(node: unknown): readonly (readonly [Parent, string])[] {
  if (typeof node !== 'object' || node === null) return [];
  const parent = node as Parent;
  return Object.keys(parent).flatMap((key) => [[parent, key] as const, ...placesIn(parent[key])]);
}

/** What the webhook says is for us, counted without the adapter: each has an id, somebody it is from, and no reason to be left out. */
function owed(whole: unknown): readonly string[] {
  return listAt(whole, 'entry')
    .flatMap((entry) => listAt(entry, 'changes'))
    .filter((each) => at(each, 'field') === 'messages' && isOurs(at(each, 'value')))
    .flatMap((each) => [
      ...listAt(at(each, 'value'), 'messages')
        .filter(isOwed)
        .map((one) => `${at(one, 'id')}`),
      ...listAt(at(each, 'value'), 'statuses')
        .filter(isReport)
        .map((one) => `${at(one, 'id')}:${at(one, 'status')}`),
    ]);
}

function isOurs(of: unknown): boolean {
  const id = at(at(of, 'metadata'), 'phone_number_id');
  return (typeof id === 'string' || typeof id === 'number') && `${id}` === ours;
}

function isOwed(one: unknown): boolean {
  const type = at(one, 'type');
  if (!isId(at(one, 'id')) || isName(at(one, 'group_id')) || type === 'revoke') return false;
  if (type === 'system') return at(at(one, 'system'), 'type') === 'user_changed_number' && isPeer(at(one, 'from'));
  return isPeer(at(one, 'from')) || isPeer(at(one, 'from_user_id'));
}

function isReport(one: unknown): boolean {
  const isKnown =
    ['sent', 'delivered', 'read', 'failed'].includes(`${at(one, 'status')}`) && typeof at(one, 'status') === 'string';
  return isKnown && isId(at(one, 'id')) && at(one, 'recipient_type') !== 'group' && isPeer(at(one, 'recipient_id'));
}

function isId(id: unknown): boolean {
  return typeof id === 'string' && id !== '';
}

function isName(name: unknown): boolean {
  return typeof name === 'string' || typeof name === 'number';
}

function isPeer(name: unknown): boolean {
  return isName(name) && /^[^\s:]{1,150}$/u.test(`${name}`.replace(/^\+/u, ''));
}

function at(of: unknown, key: string): unknown {
  return typeof of === 'object' && of !== null && !Array.isArray(of) && Object.hasOwn(of, key)
    ? (of as Parent)[key]
    : undefined;
}

function listAt(of: unknown, key: string): readonly unknown[] {
  const list = at(of, key);
  return Array.isArray(list) ? list : [];
}

describe('whatever WhatsApp may come to send', () => {
  let setup: Setup;
  beforeAll(async () => {
    setup = await setUp({ fake: { asksMeta: false } });
  });
  afterAll(() => setup.close());

  const parse = (body: Uint8Array): readonly InboundEvent[] =>
    setup.channel.parse(signedRequest(body, setup.fake.appSecret));

  it('makes well-formed events, and one at least for each message and report that is for us: 10,000 altered webhooks', () => {
    const reached = new Map<string, number>();
    const count = (what: string) => reached.set(what, (reached.get(what) ?? 0) + 1);
    fc.assert(
      fc.property(altered, (whole) => {
        const body = Buffer.from(JSON.stringify(whole ?? null));
        const events = parse(body);
        for (const event of events) {
          expectWellFormed(event);
          count(event.content.type);
        }
        // It went through JSON: what is owed is what can be read back.
        const missing = owed(JSON.parse(body.toString('utf8'))).filter((id) => !isTold(events, id));
        expect(missing).toEqual([]);
        if (events.length === 0) count('nothing');
      }),
      { numRuns: 10_000 },
    );
    const kinds = [
      'text',
      'choice',
      'order',
      'location',
      'contact',
      'media',
      'reaction',
      'delivery',
      'left',
      'unsupported',
      'nothing',
    ];
    for (const kind of kinds) expect(reached.get(kind) ?? 0, kind).toBeGreaterThan(100);
  });

  it('never throws on noise: 10,000 of them', () => {
    const noise = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.json().map((text) => Buffer.from(text)),
    );
    fc.assert(
      fc.property(noise, (body) => {
        for (const event of parse(body)) expectWellFormed(event);
      }),
      { numRuns: 10_000 },
    );
  });
});

function isTold(events: readonly InboundEvent[], id: string): boolean {
  return events.some((event) => event.id === id || (id.length > 200 && /^[0-9a-f]{64}$/u.test(event.id)));
}

function expectWellFormed({ id, conversation, at: time, content }: InboundEvent): void {
  const address = parseConversationId(conversation);
  const isFine = id.length > 0 && id.length <= 200 && address?.channel === 'whatsapp-cloud' && address.account === ours;
  expect(isFine && Number.isFinite(time)).toBe(true);
  if (content.type === 'media') expect(mediaKinds.includes(content.kind) && content.ref.length <= 1000).toBe(true);
  if (content.type === 'location')
    expect(Number.isFinite(content.latitude) && Number.isFinite(content.longitude)).toBe(true);
  if (content.type === 'order') expect(content.items.every(({ quantity }) => Number.isInteger(quantity))).toBe(true);
}
