import fc from 'fast-check';
import { expect, it } from 'vitest';
import { eventsOf } from '../../adapters/channels/telegram/events.ts';
import { parseConversationId } from '../../src/channel/ids.ts';
import type { InboundEvent } from '../../src/channel/inbound.ts';
import { png, setUp } from './telegram-setup.ts';

const bot = { id: 700, account: '700', username: 'shop_bot' };
const anything = fc.jsonValue({ maxDepth: 3 });

const ann = { id: 7, is_bot: false, first_name: 'Ann', last_name: 'Lee', language_code: 'pt-br' };
const said = { message_id: 5, date: 1_790_000_000, from: ann, chat: { id: 7, type: 'private', first_name: 'Ann' } };
const inGroup = { ...said, chat: { id: -100, type: 'supergroup', title: 'Friends' } };
const file = { file_id: 'BQACAgIAAxkBAAI', file_unique_id: 'u1', file_size: 4711 };
const reply_markup = { inline_keyboard: [[{ text: '✓ Blue', callback_data: 'c:1' }]] };
const payment = {
  ...{ currency: 'USD', total_amount: 1299, invoice_payload: 'order:1' },
  ...{ telegram_payment_charge_id: 't1', provider_payment_charge_id: 'p1' },
};
const member = { user: { id: 700, is_bot: true, first_name: 'Shop' }, status: 'kicked', until_date: 0 };

/** What a message can hold, one thing each. */
const contents = [
  { text: 'red shoes', entities: [{ type: 'bold', offset: 0, length: 3 }] },
  { text: '/start spring_sale' },
  { text: '/order_status 10234' },
  { photo: [{ ...file, width: 90, height: 60 }], caption: 'do you have this?', media_group_id: '13' },
  { voice: { ...file, duration: 3, mime_type: 'audio/ogg' } },
  { video_note: { ...file, length: 240, duration: 3 } },
  { document: { ...file, mime_type: 'application/pdf', file_name: 'list.pdf' } },
  { sticker: { ...file, is_animated: false, is_video: true, emoji: '👍' } },
  { location: { latitude: 52.5, longitude: 13.4 } },
  { contact: { phone_number: '+491', first_name: 'Ann', user_id: 7 } },
  { successful_payment: payment },
  { dice: { emoji: '🎲', value: 4 } },
  { something_of_next_year: { deep: [1] } },
];

const genuine = fc.constantFrom<object>(
  ...contents.flatMap((content) => [{ message: { ...said, ...content } }, { edited_message: { ...said, ...content } }]),
  { message: { ...inGroup, text: '@shop_bot red shoes' } },
  { message: { ...inGroup, text: 'lovely weather' } },
  { message: { ...said, pinned_message: said } },
  { message: { ...said, from: { ...ann, is_bot: true }, text: 'beep' } },
  { edited_message: { ...said, location: { latitude: 1, longitude: 2, live_period: 60 }, edit_date: 1_790_000_009 } },
  { callback_query: { id: '99', from: ann, chat_instance: '1', data: 'c:1', message: { ...said, reply_markup } } },
  { callback_query: { id: '98', from: ann, chat_instance: '1', game_short_name: 'chess', message: said } },
  { my_chat_member: { chat: said.chat, from: ann, date: 1_790_000_000, new_chat_member: member } },
  { pre_checkout_query: { id: '97', from: ann, ...payment } },
);

interface Change {
  readonly at: number;
  readonly how: 'drop' | 'replace';
  readonly by: unknown;
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(),
  how: fc.constantFrom('drop', 'replace'),
  by: fc.oneof(
    anything,
    fc.constantFrom(null, true, -1, 0.5, 2 ** 60, '', [], {}, 'x'.repeat(2000)),
    fc.string({ unit: 'binary' }),
  ),
});

/** A genuine update with pieces missing, or of another shape. */
const damaged = fc
  .tuple(genuine, fc.nat(), fc.array(change, { maxLength: 3 }))
  .map(([update, update_id, changes]) => changes.reduce(changed, structuredClone({ update_id, ...update })));

function changed<Value extends object>(value: Value, { at, how, by }: Change): Value {
  const places = placesIn(value);
  const place = places[at % places.length];
  if (!place) return value;
  if (how === 'drop') delete place.holder[place.key];
  else place.holder[place.key] = by;
  return value;
}

interface InTree {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

function placesIn(value: unknown): readonly InTree[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])]);
}

const isInteger = (value: unknown) => Number.isSafeInteger(value);
const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isUser = (value: unknown): value is Record<string, unknown> => isFields(value) && isInteger(value['id']);

function isMessage(value: unknown): value is Record<string, unknown> & { chat: Record<string, unknown> } {
  if (!isFields(value) || !isInteger(value['message_id'])) return false;
  const { chat, date } = value;
  const isPlace = isFields(chat) && isInteger(chat['id']) && typeof chat['type'] === 'string';
  return isPlace && isInteger(date) && Number(date) >= 0;
}

/** Who can be told apart from a bot, in a chat where the bot is meant. */
function isMeant(message: unknown): boolean {
  if (!isMessage(message)) return false;
  const { from, chat, text } = message;
  if (isUser(from) && from['is_bot'] === true) return false;
  return chat['type'] === 'private' || (typeof text === 'string' && text.startsWith('@shop_bot'));
}

/** What must come of an update at least, counted in another way than it is read. */
function owed(update: unknown): number {
  if (!isFields(update)) return 0;
  const { message, edited_message, callback_query, my_chat_member } = update;
  if (isMeant(message)) return isFields(message) && 'pinned_message' in message ? 0 : 1;
  if (isMeant(edited_message)) return isFields(edited_message) && 'location' in edited_message ? 0 : 1;
  if (isFields(callback_query)) return isPress(callback_query) ? 1 : 0;
  return isFields(my_chat_member) && hasLeft(my_chat_member) ? 1 : 0;
}

function isPress({ id, from, message }: Record<string, unknown>): boolean {
  if (typeof id !== 'string' || id === '' || id.length > 100) return false;
  return isUser(from) && from['is_bot'] !== true && isMessage(message);
}

function hasLeft({ chat, date, new_chat_member }: Record<string, unknown>): boolean {
  if (!isMessage({ message_id: 1, chat, date })) return false;
  return isFields(new_chat_member) && ['left', 'kicked'].includes(String(new_chat_member['status']));
}

function expectWellFormed(event: InboundEvent): void {
  expect(event.id.length).toBeGreaterThan(0);
  expect(event.id.length).toBeLessThanOrEqual(200);
  expect(parseConversationId(event.conversation)).toMatchObject({ channel: 'telegram', account: '700' });
  expect(Number.isSafeInteger(event.at)).toBe(true);
  expect(JSON.parse(JSON.stringify(event))).toEqual(event);
  const { content } = event;
  if (content.type === 'media') expect(content.ref.length).toBeLessThanOrEqual(1000);
  if (content.type === 'opened') expect(content.payload ?? 'none').toMatch(/^[\w-]{1,64}$/u);
}

it('becomes well-formed events whatever it is, none missing, and never a throw', () => {
  const reached = new Map<string, number>();
  const reach = (kind: string) => reached.set(kind, (reached.get(kind) ?? 0) + 1);
  const update = fc.oneof({ weight: 12, arbitrary: damaged }, { weight: 1, arbitrary: anything });
  fc.assert(
    fc.property(update, (any) => {
      const raw: unknown = JSON.parse(JSON.stringify(any) ?? 'null');
      const events = eventsOf(raw, bot, 42);
      for (const event of events) expectWellFormed(event);
      expect(eventsOf(raw, bot, 42)).toEqual(events);
      expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
      const least = owed(raw);
      if (least > 0) reach('owed');
      expect(events.length).toBeGreaterThanOrEqual(least);
      for (const kind of events.length === 0 ? ['nothing'] : events.map(({ content }) => content.type)) reach(kind);
    }),
    { numRuns: 20_000 },
  );
  const rare = ['nothing', 'choice', 'opened', 'location', 'contact', 'paid', 'left', 'unsupported'];
  for (const kind of [...rare, 'owed', 'text', 'media']) expect(reached.get(kind) ?? 0, kind).toBeGreaterThan(100);
});

it('is read by the adapter as by its reader, from any bytes, and answered aside without a throw', async () => {
  const { channel, fake, close } = await setUp({
    channel: { secretToken: 'a-secret-only-for-the-webhook' },
    deps: { openPicture: async () => png() },
  });
  const bytes = fc.oneof(
    { weight: 3, arbitrary: damaged.map((any) => Buffer.from(JSON.stringify(any))) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }) },
  );
  let events = 0;
  await fc.assert(
    fc.asyncProperty(bytes, async (body) => {
      const request = { method: 'POST', url: '/webhooks/telegram', headers: {}, body, receivedAt: 42 };
      await channel.prepare?.(request);
      events += channel.parse(request).length;
    }),
    { numRuns: 2000 },
  );
  expect(events).toBeGreaterThan(500);
  await fake.until(() => fake.calls('answerCallbackQuery') > 0 && fake.calls('answerPreCheckoutQuery') > 0, 20_000);
  await close();
});
