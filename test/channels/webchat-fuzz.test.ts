import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { parseConversationId } from '../../src/channel/ids.ts';
import { createShop } from './webchat-shop.ts';
import { as, newVisitor } from './webchat-visitor.ts';

const anything = fc.jsonValue({ maxDepth: 3 });

/** What the page posts, one of each. */
const genuine = fc.constantFrom<Readonly<Record<string, unknown>>>(
  { id: 'm1', text: 'red shoes under 50' },
  { id: 'm2', choice: 'product:10234', label: 'Wool coat' },
  { id: 'm3', location: { latitude: 52.5, longitude: 13.4, label: 'Home' } },
  { id: 'm6', location: { latitude: -33.9, longitude: 151.2 } },
  { id: 'm7', location: { latitude: 0, longitude: -180, label: null } },
  { id: 'm4', opened: true, payload: 'K7F3QX' },
  { id: 'm5', media: 'i'.repeat(22), caption: 'in blue?', name: 'coat.png' },
);

const altered = fc
  .tuple(
    genuine,
    fc.dictionary(fc.constantFrom('id', 'text', 'choice', 'label', 'location', 'media', 'opened'), anything),
  )
  .chain(([body, changes]) => {
    const whole = { ...body, ...changes };
    return fc
      .subarray(Object.keys(whole))
      .map((names) => Object.fromEntries(names.map((name) => [name, whole[name as 'id']])));
  })
  .map((body) => Buffer.from(JSON.stringify(body)));

const noise = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc.json({ maxDepth: 4 }).map((text) => Buffer.from(text)),
  fc.tuple(genuine, fc.nat(60)).map(([body, at]) => Buffer.from(JSON.stringify(body)).subarray(0, at)),
);

it('20,000 posts of a visitor become one event each, well-formed, whatever they hold', async () => {
  const shop = await createShop();
  onTestFinished(() => shop.server.close());
  const { adapter } = shop.webchat;
  const headers = as(await newVisitor(shop));
  const reached = new Map<string, number>();
  const holds = (body: Uint8Array): void => {
    const events = adapter.parse({ method: 'POST', url: '/webchat/messages', headers, body });
    expect(events).toHaveLength(1);
    for (const { id, conversation, at, content } of events) {
      expect(id.length).toBeGreaterThan(0);
      expect(id.length).toBeLessThanOrEqual(200);
      expect(parseConversationId(conversation)?.channel).toBe('webchat');
      expect(Number.isFinite(at)).toBe(true);
      reached.set(content.type, (reached.get(content.type) ?? 0) + 1);
    }
  };
  for (const bodies of [altered, noise]) fc.assert(fc.property(bodies, holds), { numRuns: 10_000 });
  for (const type of ['text', 'choice', 'location', 'opened', 'unsupported'])
    expect(reached.get(type) ?? 0, type).toBeGreaterThan(50);
});
