import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InboundEvent } from '../../src/channel/inbound.ts';
import { metaSchema, noMetaSchema } from '../fakes/whatsapp-cloud/meta-schema.ts';
import { bytesOf, signedRequest } from '../fakes/whatsapp-cloud/webhook.ts';
import { only, type Setup, scoped, setUp, sheena, verifyToken } from './whatsapp-cloud-setup.ts';

const account = '106540352242922';

describe('what WhatsApp brings', () => {
  let setup: Setup;
  beforeEach(async () => {
    setup = await setUp();
  });
  afterEach(() => setup.close());

  const parse = (message: object, person = sheena): readonly InboundEvent[] =>
    setup.channel.parse(setup.fake.message(person, 'wamid.a', { timestamp: '1749416383', ...message }));
  const said = (message: object) => parse(message).map(({ content }) => content);

  it('is a text, with who wrote it, when, and its id', () => {
    expect(parse({ type: 'text', text: { body: 'Does it come in another color?' } })).toEqual([
      {
        id: 'wamid.a',
        conversation: `whatsapp-cloud:${account}:16505551234`,
        at: 1_749_416_383_000,
        content: { type: 'text', text: 'Does it come in another color?' },
        sender: { name: 'Sheena Nelson' },
      },
    ]);
  });

  it('is a choice: a button, a row, a template’s quick reply', () => {
    const pressed = { id: 'product:1', title: 'Wool coat' };
    const choice = { type: 'choice', id: 'product:1', label: 'Wool coat' };
    expect(said({ type: 'interactive', interactive: { type: 'button_reply', button_reply: pressed } })).toEqual([
      choice,
    ]);
    expect(said({ type: 'interactive', interactive: { type: 'list_reply', list_reply: pressed } })).toEqual([choice]);
    expect(said({ type: 'button', button: { payload: 'product:1', text: 'Wool coat' } })).toEqual([choice]);
    expect(said({ type: 'button', button: { text: 'Wool coat' } })).toEqual([{ type: 'text', text: 'Wool coat' }]);
  });

  it('is a cart from the catalogue', () => {
    const product_items = [
      { product_retailer_id: 'di9ozbzfi4', quantity: 2, item_price: 30, currency: 'USD' },
      { product_retailer_id: 10_234, quantity: '1', item_price: 25, currency: 'USD' },
      { product_retailer_id: 'none', quantity: 0 },
    ];
    const items = [
      { product: 'di9ozbzfi4', quantity: 2 },
      { product: '10234', quantity: 1 },
    ];
    const order = { catalog_id: '1', text: 'as a gift', product_items };
    expect(said({ type: 'order', order })).toEqual([{ type: 'order', items, note: 'as a gift' }]);
    expect(said({ type: 'order', order: { product_items: [] } })).toEqual([{ type: 'unsupported', what: 'order' }]);
  });

  it('is a place, with its name and address', () => {
    const location = {
      latitude: 37.44,
      longitude: '-122.16',
      name: 'Philz',
      address: '101 Forest Ave',
      url: 'https://x.example',
    };
    expect(said({ type: 'location', location })).toEqual([
      { type: 'location', latitude: 37.44, longitude: -122.16, label: 'Philz, 101 Forest Ave' },
    ]);
  });

  it('is a contact for each person that is shared, with ids of their own', () => {
    const contacts = [
      { name: { formatted_name: 'Lucía Gómez' }, phones: [{ phone: '+1 (983) 555-2319', wa_id: '19835552319' }] },
      { name: { first_name: 'Ben', last_name: 'Li' }, phones: [{ wa_id: '4930555' }] },
      { name: { formatted_name: 'Nobody' } },
    ];
    const events = parse({ type: 'contacts', contacts });
    expect(events.map(({ content }) => content)).toEqual([
      { type: 'contact', phone: '+1 (983) 555-2319', name: 'Lucía Gómez' },
      { type: 'contact', phone: '+4930555', name: 'Ben Li' },
      { type: 'unsupported', what: 'contact without a number' },
    ]);
    expect(events.map(({ id }) => id)).toEqual(['wamid.a', 'wamid.a:contact:1', 'wamid.a:unsupported:2']);
  });

  it('is a file, by what it is good for', () => {
    const file = { id: '1003383421387256', mime_type: 'image/jpeg', sha256: 'x' };
    const media = { type: 'media', ref: '1003383421387256', mediaType: 'image/jpeg' };
    expect(said({ type: 'image', image: { ...file, caption: 'Taj Mahal' } })).toEqual([
      { ...media, kind: 'image', caption: 'Taj Mahal' },
    ]);
    expect(said({ type: 'document', document: { ...file, filename: 'a.pdf' } })).toEqual([
      { ...media, kind: 'document', name: 'a.pdf' },
    ]);
    expect(said({ type: 'audio', audio: { ...file, voice: true } })).toEqual([{ ...media, kind: 'voice' }]);
    expect(said({ type: 'video', video: file })).toEqual([{ ...media, kind: 'video' }]);
    expect(said({ type: 'sticker', sticker: file })).toEqual([{ ...media, kind: 'sticker' }]);
    expect(said({ type: 'image', image: {} })).toEqual([{ type: 'unsupported', what: 'image' }]);
  });

  it('is a reaction, or one that was taken back', () => {
    const reaction = { message_id: 'wamid.out1', emoji: '👍' };
    expect(said({ type: 'reaction', reaction })).toEqual([{ type: 'reaction', emoji: '👍', to: 'wamid.out1' }]);
    expect(said({ type: 'reaction', reaction: { message_id: 'wamid.out1' } })).toMatchObject([{ emoji: null }]);
  });

  it('tells the advertisement that brought them', () => {
    const referral = {
      source_url: 'https://fb.me/3cr4',
      source_id: '120226',
      source_type: 'ad',
      headline: 'Chat with us',
    };
    expect(parse({ type: 'text', text: { body: 'more?' }, referral })).toMatchObject([
      { referral: { campaign: '120226', kind: 'ad', headline: 'Chat with us', url: 'https://fb.me/3cr4' } },
    ]);
  });

  it('opens the product of the catalogue that a question is about, before the question', () => {
    const context = { from: '15550783881', referred_product: { catalog_id: '1', product_retailer_id: 'di9ozbzfi4' } };
    const events = parse({ type: 'text', text: { body: 'Is this still available?' }, context });
    expect(events.map(({ id, content }) => [id, content])).toEqual([
      ['wamid.a', { type: 'opened', payload: 'view:di9ozbzfi4' }],
      ['wamid.a:text:1', { type: 'text', text: 'Is this still available?' }],
    ]);
  });

  it('is that a chat was opened, before anything is said', () => {
    expect(said({ type: 'request_welcome' })).toEqual([{ type: 'opened' }]);
  });

  it('is `unsupported` when it is nothing that is known, by WhatsApp’s word for it', () => {
    expect(said({ type: 'unsupported', errors: [{ code: 131051 }] })).toEqual([
      { type: 'unsupported', what: 'message' },
    ]);
    expect(said({ type: 'unsupported', unsupported: { type: 'poll_creation' } })).toEqual([
      { type: 'unsupported', what: 'poll creation' },
    ]);
    expect(said({ type: 'hologram' })).toEqual([{ type: 'unsupported', what: 'hologram' }]);
    expect(said({ type: 'interactive', interactive: { type: 'nfm_reply' } })).toEqual([
      { type: 'unsupported', what: 'nfm reply' },
    ]);
    for (const type of ['__proto__', 'constructor', 'toString'])
      expect(said({ type })).toMatchObject([{ type: 'unsupported' }]);
    expect(said({})).toEqual([{ type: 'unsupported', what: 'message' }]);
    expect(said({ type: 'text', text: 7 })).toEqual([{ type: 'unsupported', what: 'text' }]);
  });

  it('takes leave of a number or id that somebody has changed', () => {
    const system = { body: 'changed', wa_id: '12195555358', type: 'user_changed_number' };
    expect(parse({ type: 'system', system })).toMatchObject([
      { conversation: `whatsapp-cloud:${account}:16505551234`, content: { type: 'left' } },
    ]);
    const moved = { ...system, previous_user_id: 'US.1', user_id: 'US.2', type: 'user_changed_user_id' };
    expect(parse({ type: 'system', system: moved }, {})).toMatchObject([
      { conversation: `whatsapp-cloud:${account}:US.1`, content: { type: 'left' } },
    ]);
    expect(parse({ type: 'system', system: { type: 'customer_identity_changed' } })).toEqual([]);
  });

  it('is nobody’s when it was taken back, or said in a group', () => {
    expect(parse({ type: 'revoke', revoke: { original_message_id: 'wamid.b' } })).toEqual([]);
    expect(parse({ type: 'text', text: { body: 'hi all' }, group_id: 'Y2Fw' })).toEqual([]);
  });

  it('knows people by their business-scoped id where there is one, be there a number or not', () => {
    const text = { type: 'text', text: { body: 'hi' } };
    const peerOf = (person: typeof sheena) => parse(text, person)[0]?.conversation.split(':').at(-1);
    expect(peerOf(scoped)).toBe('US.13491208655302741918');
    expect(peerOf({ ...scoped, ...sheena })).toBe('US.13491208655302741918');
    expect(peerOf(sheena)).toBe('16505551234');
    const bare = { contacts: [{ user_id: 'US.7' }], messages: [{ from: '4930555', id: 'wamid.b', ...text }] };
    expect(only(setup, setup.fake.request(bare)).conversation).toBe(`whatsapp-cloud:${account}:US.7`);
    expect(parse(text, {})).toEqual([]);
  });

  it('keeps people apart in one batch, over all entries, changes and messages', () => {
    const from = (wa_id: string) => ({ from: wa_id, id: `wamid.${wa_id}`, type: 'text', text: { body: wa_id } });
    const contacts = ['111', '222'].map((wa_id) => ({ wa_id, profile: { name: `Person ${wa_id}` } }));
    const events = setup.channel.parse(
      setup.fake.request({ contacts, messages: [from('111'), from('222')] }, { messages: [from('333')] }),
    );
    expect(events.map(({ conversation, sender }) => [conversation.split(':')[2], sender?.name])).toEqual([
      ['111', 'Person 111'],
      ['222', 'Person 222'],
      ['333', undefined],
    ]);
  });

  it('leaves another number’s messages alone, and tells the merchant whose they are', () => {
    const { fake, channel, log } = setup;
    const value = { metadata: { phone_number_id: '999999' }, messages: [{ from: '1', id: 'wamid.b', type: 'text' }] };
    for (let n = 0; n < 3; n += 1) expect(channel.parse(fake.request(value))).toEqual([]);
    expect(log).toEqual([{ level: 'warn', code: 'WHATSAPP_CLOUD_OTHER_NUMBER', fields: { number: '999999' } }]);
  });

  it('is no event when it is about nobody, but a line in the log', () => {
    expect(setup.channel.parse(setup.fake.request({ errors: [{ code: 131031, title: 'locked' }] }))).toEqual([]);
    expect(setup.log).toEqual([{ level: 'warn', code: 'WHATSAPP_CLOUD_REPORTED', fields: { error: 131_031 } }]);
  });
});

describe('what becomes of what was sent', () => {
  let setup: Setup;
  beforeEach(async () => {
    setup = await setUp();
  });
  afterEach(() => setup.close());

  const key = `whatsapp-cloud:${account}:US.7:3:0:1`;
  const report = (status: object) =>
    setup.channel.parse(
      setup.fake.request({
        statuses: [{ id: 'wamid.out1', timestamp: '1750000000', recipient_id: '16505551234', ...status }],
      }),
    );

  it('is told for the conversation that the key names, whichever id WhatsApp reports', () => {
    expect(report({ status: 'delivered', biz_opaque_callback_data: key })).toEqual([
      {
        id: 'wamid.out1:delivered',
        conversation: `whatsapp-cloud:${account}:US.7`,
        at: 1_750_000_000_000,
        content: { type: 'delivery', key, message: 'wamid.out1', state: 'delivered' },
      },
    ]);
    expect(report({ status: 'read' })).toMatchObject([
      { conversation: `whatsapp-cloud:${account}:16505551234`, content: { key: null, state: 'read' } },
    ]);
    expect(report({ status: 'sent', recipient_user_id: 'US.8' })[0]?.conversation).toContain(':US.8');
  });

  it('fails for a reason that says what to do, and quotes nobody', () => {
    const errors = [
      { code: 131047, title: 'Re-engagement message', message: 'to 16505551234', error_data: { details: 'x' } },
    ];
    const [failed] = report({ status: 'failed', errors });
    expect(failed?.content).toMatchObject({ state: 'failed', reason: '131047: the 24-hour window is closed' });
    expect(JSON.stringify(failed?.content)).not.toContain('1650');
  });

  it('ends consent when the shopper wants no more', () => {
    expect(report({ status: 'failed', errors: [{ code: 131050 }] })).toMatchObject([{ content: { optedOut: true } }]);
  });

  it('is not told of groups, nor in states that WhatsApp may invent', () => {
    expect(report({ status: 'sent', recipient_type: 'group' })).toEqual([]);
    expect(report({ status: 'pondered' })).toEqual([]);
  });
});

describe('the webhook’s address', () => {
  it('is confirmed with the verify token alone', async () => {
    const { channel, close } = await setUp();
    const ask = (query: string) =>
      channel.authenticate({
        method: 'GET',
        url: `/webhooks/whatsapp-cloud?${query}`,
        headers: {},
        body: new Uint8Array(),
      });
    const asked = `hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=`;
    expect(await ask(asked + verifyToken)).toEqual({ result: 'challenge', body: '1158201444' });
    expect(await ask(`${asked}guessed`)).toMatchObject({ result: 'refuse' });
    expect(await ask(`hub.mode=unsubscribe&hub.verify_token=${verifyToken}`)).toMatchObject({ result: 'refuse' });
    expect(await ask(`hub.mode=subscribe&hub.challenge=<b>&hub.verify_token=${verifyToken}`)).toMatchObject({
      result: 'refuse',
    });
    await close();
  });

  it('takes the signature that everybody computes alike', async () => {
    const { channel, close } = await setUp({ fake: { appSecret: 'secret' } });
    const signature = '0329a06b62cd16b33eb6792be8c60b158d89a2ee3a876fce9a881ebb488c0914';
    const headers = { 'x-hub-signature-256': `sha256=${signature}` };
    const request = { method: 'POST', url: '/', headers, body: Buffer.from('test') };
    expect(await channel.authenticate(request)).toEqual({ result: 'accept' });
    await close();
  });
});

const meta = metaSchema();

describe.skipIf(meta === null)(`Meta’s own sample webhooks${meta === null ? ` (${noMetaSchema})` : ''}`, () => {
  const samples = [...(meta?.samples ?? [])];

  it('are sixteen', () => expect(samples).toHaveLength(16));

  it.each(samples)('%s is an event, or ignored by rule', async (name, payload) => {
    const { channel, fake, close } = await setUp();
    const request = signedRequest(bytesOf(payload as object), fake.appSecret);
    expect(await channel.authenticate(request)).toEqual({ result: 'accept' });
    const events = channel.parse(request);
    expect(events.map(({ content }) => content.type)).toEqual(expected[name] ?? []);
    await close();
  });
});

/** The life of groups is nothing for a shop. */
const expected: Readonly<Record<string, readonly string[]>> = {
  'Text Message': ['text'],
  'Text Message with Context (Product Inquiry)': ['opened', 'text'],
  'Text Message from Click to WhatsApp Ad': ['text'],
  'Reaction Message': ['reaction'],
  'Image Message': ['media'],
  'Location Message': ['location'],
  'Contact Sharing Message': ['contact'],
  'Unsupported Message': ['unsupported'],
  'Button Message': ['choice'],
  'Interactive List Reply Message': ['choice'],
  'Interactive Button Reply Message': ['choice'],
  'Order Message': ['order'],
  'System Message': ['left'],
};
