import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventsOf } from '../../adapters/channels/telegram/events.ts';
import { parseConversationId } from '../../src/channel/ids.ts';
import type { InboundEvent } from '../../src/channel/inbound.ts';

const bot = { id: 700, account: '700', username: 'shop_bot' };
const ann = { id: 7, is_bot: false, first_name: 'Ann', last_name: 'Lee', language_code: 'pt-br' };
const inPrivate = {
  message_id: 5,
  date: 1_790_000_000,
  from: ann,
  chat: { id: 7, type: 'private', first_name: 'Ann' },
};
const inGroup = { ...inPrivate, chat: { id: -100, type: 'supergroup', title: 'Friends' } };

const read = (update: object): readonly InboundEvent[] => eventsOf({ update_id: 1, ...update }, bot, null);
const contents = (update: object) => read(update).map((event) => event.content);
const message = (content: object) => contents({ message: { ...inPrivate, ...content } });
const group = (content: object) => contents({ message: { ...inGroup, ...content } });

describe('what Telegram’s updates become', () => {
  it('is a text with its id, time, conversation and sender', () => {
    expect(read({ message: { ...inPrivate, text: 'hi', entities: [{ type: 'bold', offset: 0, length: 2 }] } })).toEqual(
      [
        {
          id: 'message:7:5',
          conversation: 'telegram:700:7',
          at: 1_790_000_000_000,
          content: { type: 'text', text: 'hi' },
          sender: { name: 'Ann Lee', locale: 'pt-br' },
        },
      ],
    );
  });

  it('is an opening for /start, with what the link brought', () => {
    expect(message({ text: '/start' })).toEqual([{ type: 'opened' }]);
    expect(message({ text: '/start spring_sale' })).toEqual([{ type: 'opened', payload: 'spring_sale' }]);
  });

  it('is the words of a command', () => {
    expect(message({ text: '/order_status 10234' })).toEqual([{ type: 'text', text: 'order status 10234' }]);
    expect(message({ text: '/usr/bin is a path' })).toEqual([{ type: 'text', text: '/usr/bin is a path' }]);
  });

  it('is a place or a contact', () => {
    const location = { latitude: 52.5, longitude: 13.4 };
    expect(message({ location })).toEqual([{ type: 'location', ...location }]);
    expect(message({ location, venue: { location, title: 'Shop', address: 'Road 1' } })).toEqual([
      { type: 'location', ...location, label: 'Shop, Road 1' },
    ]);
    expect(message({ contact: { phone_number: '+491', first_name: 'Ann' } })).toEqual([
      { type: 'contact', phone: '+491', name: 'Ann' },
    ]);
  });

  it('is unsupported, by its kind, for what cannot be read', () => {
    for (const kind of ['photo', 'document', 'sticker', 'poll', 'audio', 'video']) {
      expect(message({ [kind]: {} })).toEqual([{ type: 'unsupported', what: kind }]);
    }
    expect(message({ voice: {} })).toEqual([{ type: 'unsupported', what: 'voice message' }]);
    expect(message({ animation: {}, document: {} })).toEqual([{ type: 'unsupported', what: 'animation' }]);
    expect(message({ something_of_next_year: {} })).toEqual([{ type: 'unsupported', what: 'message' }]);
  });

  it('keeps the words below a picture as a text of their own', () => {
    const events = read({ message: { ...inPrivate, photo: [], caption: 'do you have this?' } });
    expect(events.map((event) => event.content)).toEqual([
      { type: 'unsupported', what: 'photo' },
      { type: 'text', text: 'do you have this?' },
    ]);
    expect(new Set(events.map((event) => event.id)).size).toBe(2);
  });

  it('is each picture of an album, and that they are one', () => {
    const photo = [{ file_id: 'p', width: 9, height: 9 }];
    const album = [5, 6, 7].flatMap((message_id) =>
      read({ message: { ...inPrivate, message_id, photo, media_group_id: '13' } }),
    );
    expect(new Set(album.map(({ id }) => id)).size).toBe(3);
    expect(album.map(({ content }) => content)).toEqual(
      Array.from({ length: 3 }, () => ({
        type: 'media',
        kind: 'image',
        ref: 'p',
        mediaType: 'image/jpeg',
        group: '13',
      })),
    );
  });

  it('is a choice for a press, at the time it was received, with the label that was pressed', () => {
    const reply_markup = { inline_keyboard: [[{ text: '✓ Blue', callback_data: 'c:1' }]] };
    const callback_query = {
      id: '99',
      from: ann,
      chat_instance: '1',
      data: 'c:1',
      message: { ...inPrivate, from: { id: 700, is_bot: true }, reply_markup },
    };
    expect(eventsOf({ update_id: 1, callback_query }, bot, 42)).toMatchObject([
      {
        id: 'press:99',
        at: 42,
        conversation: 'telegram:700:7',
        content: { type: 'choice', id: 'c:1', label: 'Blue' },
        sender: { name: 'Ann Lee' },
      },
    ]);
  });

  it('asks for an edited text again instead of taking it for an answer, once for each edit', () => {
    const edit = (edit_date: number) => read({ edited_message: { ...inPrivate, text: 'red', edit_date } });
    expect(edit(1_790_000_009)).toMatchObject([
      { id: 'edit:7:5:1790000009', at: 1_790_000_009_000, content: { type: 'unsupported', what: 'edited message' } },
    ]);
    expect(edit(1_790_000_010)[0]?.id).not.toBe(edit(1_790_000_009)[0]?.id);
    expect(
      contents({ edited_message: { ...inPrivate, location: { latitude: 1, longitude: 2, live_period: 60 } } }),
    ).toEqual([]);
  });

  it('leaves group talk unread unless the bot is named, answered or commanded', () => {
    expect(group({ text: 'lovely weather' })).toEqual([]);
    expect(group({ text: 'ask @shop_bots' })).toEqual([]);
    expect(group({ text: '/cart@other_bot' })).toEqual([]);
    expect(group({ text: '@Shop_Bot red shoes' })).toEqual([{ type: 'text', text: 'red shoes' }]);
    expect(group({ text: '/cart@shop_bot' })).toEqual([{ type: 'text', text: 'cart' }]);
    expect(group({ text: 'size 40', reply_to_message: { from: { id: 700, is_bot: true } } })).toEqual([
      { type: 'text', text: 'size 40' },
    ]);
  });

  it('gives each member of a group a conversation of their own', () => {
    const of = (id: number) => read({ message: { ...inGroup, from: { ...ann, id }, text: '/cart' } })[0]?.conversation;
    expect([of(7), of(8)]).toEqual(['telegram:700:-100:7', 'telegram:700:-100:8']);
  });

  it('leaves other bots, service messages and being blocked unanswered', () => {
    expect(message({ from: { ...ann, is_bot: true }, text: 'beep' })).toEqual([]);
    expect(message({ pinned_message: {} })).toEqual([]);
    expect(contents({ my_chat_member: { chat: inPrivate.chat, from: ann, date: 1 } })).toEqual([]);
  });
});

describe('any update', () => {
  const anything = fc.jsonValue({ maxDepth: 3 });
  const maybe = (good: fc.Arbitrary<unknown>) =>
    fc.oneof({ weight: 4, arbitrary: good }, { weight: 1, arbitrary: anything });
  const person = fc.record({
    id: maybe(fc.nat()),
    is_bot: fc.constant(false),
    first_name: maybe(fc.string()),
    language_code: maybe(fc.string()),
  });
  const chat = fc.record({
    id: maybe(fc.integer()),
    type: maybe(fc.constantFrom('private', 'group', 'supergroup', 'channel')),
  });
  const said = fc.record(
    {
      ...{
        message_id: fc.nat(),
        date: fc.nat(),
        chat: maybe(chat),
        from: maybe(person),
        text: maybe(words()),
        caption: maybe(words()),
      },
      ...{
        photo: anything,
        location: maybe(fc.record({ latitude: fc.double(), longitude: fc.double() })),
        voice: anything,
      },
      ...{
        contact: maybe(fc.record({ phone_number: fc.string() })),
        edit_date: maybe(fc.nat()),
        media_group_id: maybe(fc.string()),
      },
      ...{ reply_to_message: maybe(fc.record({ from: person })), reply_markup: anything },
    },
    { requiredKeys: ['message_id', 'date', 'chat'] },
  );
  const press = fc.record({
    id: maybe(fc.string()),
    from: maybe(person),
    message: maybe(said),
    data: maybe(fc.string()),
  });
  const update = fc.oneof(
    fc.record({ update_id: fc.nat(), message: maybe(said) }),
    fc.record({ update_id: fc.nat(), edited_message: maybe(said) }),
    fc.record({ update_id: fc.nat(), callback_query: maybe(press) }),
    fc.record({ update_id: fc.nat(), poll: anything, message: maybe(said) }),
  );

  function words() {
    return fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('/start', '/start x', '/a@shop_bot', '@shop_bot hi', ''),
    );
  }

  it('becomes well-formed events, never a throw', () => {
    const reached = new Map<string, number>();
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: update }, { weight: 1, arbitrary: anything }), (any) => {
        const raw = JSON.parse(JSON.stringify(any));
        const events = eventsOf(raw, bot, null);
        for (const event of events) expectWellFormed(event);
        expect(eventsOf(raw, bot, null)).toEqual(events);
        for (const kind of events.length === 0 ? ['nothing'] : events.map((event) => event.content.type)) {
          reached.set(kind, (reached.get(kind) ?? 0) + 1);
        }
      }),
      { numRuns: 12_000 },
    );
    for (const kind of ['nothing', 'text', 'choice', 'opened', 'location', 'contact', 'unsupported']) {
      expect(reached.get(kind) ?? 0, kind).toBeGreaterThan(20);
    }
  }, 60_000);

  function expectWellFormed(event: InboundEvent): void {
    expect(event.id.length).toBeGreaterThan(0);
    expect(event.id.length).toBeLessThanOrEqual(200);
    expect(parseConversationId(event.conversation)).toMatchObject({ channel: 'telegram', account: '700' });
    expect(Number.isSafeInteger(event.at)).toBe(true);
    expect(JSON.parse(JSON.stringify(event))).toEqual(event);
  }
});
