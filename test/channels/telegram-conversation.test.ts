import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InboundEvent } from '../../src/channel/inbound.ts';
import type { RenderedPart } from '../../src/channel/rendered-part.ts';
import { answering, png, type Setup, setUp } from './telegram-setup.ts';

const colours = ['Blue', 'Red', 'A very warm and long green'].map((label, index) => ({ id: `colour:${index}`, label }));

/** Asks, shows and thanks: enough to see every kind of part. */
function shop(event: InboundEvent): readonly RenderedPart[] {
  const { content } = event;
  switch (content.type) {
    case 'opened':
      return [
        { type: 'text', text: ['Welcome, ', { bold: [event.sender?.name ?? 'you'] }, ` (${content.payload ?? ''})`] },
      ];
    case 'text':
      return [
        { type: 'image', url: '/pictures/coat.svg', alt: 'A coat', caption: ['The ', { italic: ['coat'] }] },
        { type: 'buttons', text: [`Which colour of ${content.text}?`], choices: colours },
      ];
    case 'choice':
      return [{ type: 'ask-location', text: [`${content.label}. Where to?`] }];
    case 'location':
      return [{ type: 'text', text: [`To ${content.latitude}/${content.longitude}`] }];
    case 'contact':
      return [{ type: 'text', text: ['Thanks'] }];
    case 'unsupported':
      return [{ type: 'text', text: [`I cannot read a ${content.what}`] }];
    default:
      return [];
  }
}

describe('a conversation on Telegram', () => {
  let setup: Setup;
  const opened: string[] = [];
  beforeEach(async () => {
    opened.length = 0;
    const openPicture = async (path: string) => {
      opened.push(path);
      return png();
    };
    setup = await setUp({ deps: { openPicture } });
  });
  afterEach(() => setup.close());

  it('goes from /start to a place, with a photo, buttons and a marked choice', async () => {
    const { fake, channel } = setup;
    const running = await answering(channel, shop);
    fake.sendText(7, '/start spring');
    await fake.until(() => fake.sent(7).length === 1);
    expect(fake.sent(7)[0]?.message).toMatchObject({
      text: 'Welcome, Person 7 (spring)',
      entities: [{ type: 'bold', offset: 9, length: 8 }],
    });

    fake.sendText(7, 'coats & <hats>');
    const menu = await fake.until(() => fake.sent(7)[2]?.message);
    expect(opened).toEqual(['/pictures/coat.png']);
    expect(fake.sent(7)[1]).toMatchObject({ message: { caption: 'The coat', photo: [{ width: 8 }] }, upload: png() });
    expect(menu.text).toBe('Which colour of coats & <hats>?');
    expect(menu.reply_markup?.inline_keyboard.map((row) => row.map((button) => button.text))).toEqual([
      ['Blue', 'Red'],
      ['A very warm and long green'],
    ]);

    const press = fake.press(7, menu.message_id, 'colour:1');
    await fake.until(() => fake.sent(7)[3]);
    expect(fake.sent(7)[3]).toMatchObject({
      message: { text: 'Red. Where to?' },
      reply: { keyboard: [[{ request_location: true }]], one_time_keyboard: true },
    });
    await fake.until(() => fake.answerTo(press));
    await fake.until(() => fake.sent(7)[2]?.message.reply_markup?.inline_keyboard[0]?.[1]?.text === '✓ Red');

    fake.send(7, { location: { latitude: 52.5, longitude: 13.4 } });
    await fake.until(() => fake.sent(7)[4]);
    expect(fake.sent(7)[4]).toMatchObject({ message: { text: 'To 52.5/13.4' }, reply: { remove_keyboard: true } });

    await running.stop();
    expect(fake.pending()).toEqual([]);
    expect(running.events.map((event) => event.content.type)).toEqual(['opened', 'text', 'choice', 'location']);
  });

  it('keeps two shoppers apart, each in order', async () => {
    const { fake, channel } = setup;
    for (let n = 0; n < 5; n += 1) for (const chat of [11, 12]) fake.send(chat, { dice: { emoji: '🎲', value: n } });
    const running = await answering(channel, (event) => [{ type: 'text', text: [event.id] }]);
    await fake.until(() => fake.pending().length === 0);
    await running.stop();
    for (const chat of [11, 12]) {
      expect(fake.sent(chat).map((each) => each.message.text)).toEqual(
        [1, 2, 3, 4, 5].map((id) => `message:${chat}:${id}`),
      );
    }
  });
});
