import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RenderedPart } from '../../src/channel/rendered-part.ts';
import { requestlessChannelContract } from '../contracts/channel-adapter.ts';
import { shopsNumber } from '../fakes/whatsapp-web/phone.ts';
import { anna, ben, eventually, hasChromium, type Opened, type Setup, setUp, to } from './whatsapp-web-setup.ts';

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const openPicture = async (address: string) => (address === '/pictures/coat.png' ? png : null);

describe.skipIf(!hasChromium)('a conversation on WhatsApp Web', () => {
  let setup: Setup;
  let opened: Opened;
  beforeAll(async () => {
    setup = await setUp({ config: { polls: true }, deps: { openPicture } });
    opened = await setup.open();
  });
  afterAll(() => setup.close());

  /** What follows what was heard before. */
  let heard = 0;
  const next = () => eventually(() => opened.events[heard]).finally(() => void heard++);
  const deliver = (part: RenderedPart, key = 'key') =>
    setup.channel.deliver(part, to(anna), { key, inReplyTo: 'message:1' });

  it('hears and answers, shows that it writes, and marks as seen what is durable', async () => {
    const { phone } = setup;
    const raw = phone.writes(anna, { body: 'hello' });
    expect(await next()).toEqual({
      ...{ id: `message:${raw.id.id}`, conversation: `whatsapp-web:shop:${anna}`, at: raw.t * 1000 },
      ...{ content: { type: 'text', text: 'hello' }, sender: { name: 'Anna' } },
    });
    await eventually(() => phone.signs.includes(`seen ${anna}`));
    const receipt = await deliver({ type: 'text', text: ['Hi ', { bold: ['you\nthere'] }, { code: 'x' }] });
    expect(receipt).toEqual({ result: 'delivered', platformId: phone.sent(anna)[0]?.id.id });
    expect(phone.sent(anna)[0]?.body).toBe('Hi *you*\n*there*`x`');
    expect(phone.signs).toContain(`composing ${anna}`);
  });

  it('tells how far its own messages came, and is silent about those of the phone', async () => {
    const { phone } = setup;
    await deliver({ type: 'text', text: ['followed'] }, 'key:followed');
    const sent = phone.sent(anna).at(-1);
    if (!sent) throw new Error('nothing was sent');
    for (const ack of [2, 3]) phone.acks(sent, ack);
    const report = { type: 'delivery', key: 'key:followed', message: sent.id.id };
    expect((await next()).content).toEqual({ ...report, state: 'delivered' });
    expect((await next()).content).toEqual({ ...report, state: 'read' });
    const own = phone.writes(anna, {
      id: { ...sent.id, id: 'OWN', _serialized: `true_${anna}_OWN` },
      from: shopsNumber,
      body: 'me',
    });
    phone.acks(own, 3);
    phone.writes(anna, { body: 'after' });
    expect((await next()).content).toEqual({ type: 'text', text: 'after' });
  });

  it('sends pictures with their words, the words alone when there is no picture, and when it is not taken', async () => {
    const { phone } = setup;
    const part = {
      type: 'image',
      url: '/pictures/coat.svg',
      alt: 'A coat',
      caption: ['The ', { italic: ['coat'] }],
    } as const;
    expect((await deliver(part)).result).toBe('delivered');
    const image = phone.sent(anna).at(-1);
    expect(image).toMatchObject({ type: 'image', caption: 'The _coat_', mimetype: 'image/png' });
    expect(phone.upload(image?.directPath ?? '')).toEqual(png);
    phone.fail('no-upload');
    expect((await deliver(part)).result).toBe('delivered');
    expect(phone.sent(anna).at(-1)).toMatchObject({ type: 'chat', body: 'The _coat_' });
    expect((await deliver({ ...part, url: '/pictures/none.png', caption: [] })).result).toBe('delivered');
    expect(phone.sent(anna).at(-1)).toMatchObject({ type: 'chat', body: 'A coat' });
    expect((await deliver({ ...part, url: '/pictures/none.png', alt: '', caption: [] })).result).toBe('rejected');
  });

  it('opens the files that people send, and says when one is gone or too large', async () => {
    const { phone, channel } = setup;
    const bytes = Buffer.from([1, 2, 3, 250, 255]);
    phone.writes(anna, { type: 'ptt', directPath: phone.file(bytes), mimetype: 'audio/ogg; codecs=opus', size: 5 });
    const voice = await contentOf(next());
    expect(voice).toMatchObject({ kind: 'voice', mediaType: 'audio/ogg; codecs=opus', size: 5 });
    const file = await channel.fetchMedia?.(voice.ref);
    if (file?.result !== 'file') throw new Error('no file');
    expect(file).toMatchObject({ mediaType: 'audio/ogg; codecs=opus', size: 5 });
    expect(await bytesOf(file.body)).toEqual(bytes);
    phone.writes(anna, { type: 'image', directPath: phone.file(null), mimetype: 'image/png' });
    expect((await channel.fetchMedia?.((await contentOf(next())).ref))?.result).toBe('gone');
    phone.writes(anna, { type: 'video', directPath: phone.file(bytes), size: 99_000_000 });
    expect(await channel.fetchMedia?.((await contentOf(next())).ref)).toMatchObject({
      reason: 'the file is too large',
    });
    expect((await channel.fetchMedia?.('false_1@c.us_X'))?.result).toBe('gone');
  });

  it('hears edits, reactions and messages that are opened late, and leaves what is taken back', async () => {
    const { phone } = setup;
    const raw = phone.writes(anna, { body: 'blue' });
    await next();
    phone.edits(raw, 'red');
    expect((await next()).content).toEqual({ type: 'unsupported', what: 'edited message' });
    phone.revokes(raw);
    const ours = phone.sent(anna).at(-1);
    if (!ours) throw new Error('nothing was sent');
    phone.reacts(anna, ours, '👍');
    expect((await next()).content).toEqual({ type: 'reaction', emoji: '👍', to: ours.id.id });
    const locked = phone.writes(anna, { type: 'ciphertext' });
    phone.decrypts(locked, 'opened');
    expect((await next()).content).toEqual({ type: 'text', text: 'opened' });
    phone.writes('123-456@g.us', { body: 'in a group', author: anna });
    phone.writes(anna, { type: 'location', lat: 1.5, lng: 2.5, loc: 'Here' });
    expect((await next()).content).toMatchObject({ type: 'location', latitude: 1.5, label: 'Here' });
  });

  it('shows a menu in words and as a poll; a vote is the choice, and its words when the poll is forgotten', async () => {
    const { phone } = setup;
    const choices = ['Blue', 'Red'].map((label, index) => ({ id: `colour:${index}`, label }));
    expect((await deliver({ type: 'buttons', text: ['Which?'], choices })).result).toBe('delivered');
    const [text, poll] = phone.sent(anna).slice(-2);
    expect(text?.body).toBe('Which?\n\n• Blue\n• Red');
    expect(poll?.pollOptions?.map(({ name }) => name)).toEqual(['Blue', 'Red']);
    if (!poll) throw new Error('no poll');
    phone.votes(anna, poll, [1]);
    expect((await next()).content).toEqual({ type: 'choice', id: 'colour:1', label: 'Red' });
    phone.votes(anna, poll, []);
    phone.votes(anna, poll, [0], true);
    expect((await next()).content).toEqual({ type: 'choice', id: 'colour:0', label: 'Blue' });
    expect(phone.refused).toEqual([]);
  });

  it('leaves what is older than the first link, and makes durable in order what could not be made so at first, beside everybody else', async () => {
    const { phone } = setup;
    await setup.close();
    const failing = new Set(['one']);
    setup = await setUp();
    setup.phone.writes(anna, { body: 'to somebody else, long ago' });
    opened = await setup.open(async ({ content }) => {
      if (content.type === 'text' && failing.delete(content.text)) throw new Error('the disk is full');
      return 'accepted';
    });
    setup.phone.writes(anna, { body: 'one' });
    setup.phone.writes(anna, { body: 'two' });
    setup.phone.writes(ben, { body: 'other' });
    await eventually(() => opened.events.length === 3);
    const texts = opened.events.map(({ content }) => content.type === 'text' && content.text);
    expect(texts).toEqual(['other', 'one', 'two']);
    expect(setup.log.map(({ code }) => code)).toContain('WHATSAPP_WEB_NOT_RECEIVED');
    expect(phone).not.toBe(setup.phone);
  });
});

async function bytesOf(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of body) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function contentOf(event: Promise<Opened['events'][number]>) {
  const { content } = await event;
  if (content.type !== 'media') throw new Error(`not a file, but ${content.type}`);
  return content;
}

if (hasChromium) {
  // One browser for all: each test has a shopper of its own.
  const shared = setUp({ deps: { openPicture: async () => png } });
  const ready = shared.then(async (setup) => void (await setup.open()));
  afterAll(async () => (await shared).close());
  let shoppers = 0;
  requestlessChannelContract('whatsapp-web', async () => {
    await ready;
    const { phone, channel } = await shared;
    const shopper = `1555222000${shoppers++}@c.us`;
    return {
      adapter: channel,
      shopper: to(shopper),
      shown: async () =>
        phone.sent(shopper).map(({ body, caption, type }) => ({
          words: (type === 'chat' ? body : caption) ?? '',
          choices: [],
        })),
      close: async () => undefined,
    };
  });
}
