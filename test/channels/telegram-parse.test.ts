import { describe, expect, it } from 'vitest';
import { eventsOf } from '../../adapters/channels/telegram/events.ts';
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

  it('is words for what follows /start and is no link’s', () => {
    expect(message({ text: `/start ${'x'.repeat(64)}` })).toEqual([{ type: 'opened', payload: 'x'.repeat(64) }]);
    for (const words of ['red shoes under 50', 'a.b', 'x'.repeat(65)]) {
      expect(message({ text: `/start ${words}` })).toEqual([{ type: 'text', text: words }]);
    }
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

  it('is that the shopper has left, when they block the bot or remove it, and nothing when they are back', () => {
    const became = (status: string, chat: object = inPrivate.chat) =>
      read({ my_chat_member: { chat, from: ann, date: 1_790_000_000, new_chat_member: { status } } });
    expect(became('kicked')).toEqual([
      {
        id: 'left:7:1790000000',
        conversation: 'telegram:700:7',
        at: 1_790_000_000_000,
        content: { type: 'left' },
      },
    ]);
    expect(became('left', inGroup.chat)).toMatchObject([
      { conversation: 'telegram:700:-100:7', content: { type: 'left' } },
    ]);
    expect(became('member')).toEqual([]);
  });

  it('leaves other bots, service messages and a checkout unanswered', () => {
    expect(message({ from: { ...ann, is_bot: true }, text: 'beep' })).toEqual([]);
    expect(message({ pinned_message: {} })).toEqual([]);
    const checkout = { id: '1', from: ann, currency: 'USD', total_amount: 1, invoice_payload: 'p' };
    expect(contents({ pre_checkout_query: checkout })).toEqual([]);
  });
});
