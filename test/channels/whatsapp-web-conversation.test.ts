import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anna, hasChromium, type Opened, type Setup, setUp, to } from './whatsapp-web-setup.ts';

describe.skipIf(!hasChromium)('a conversation on WhatsApp Web', () => {
  let setup: Setup;
  let opened: Opened;
  beforeAll(async () => {
    setup = await setUp();
    opened = await setup.open();
  });
  afterAll(() => setup.close());

  it('hears and answers', async () => {
    const { phone, channel } = setup;
    const raw = phone.writes(anna, { body: 'hello' });
    const event = await phone.until(() => opened.events[0]);
    expect(event).toEqual({
      id: `message:${raw.id.id}`,
      conversation: `whatsapp-web:shop:${anna}`,
      at: raw.t * 1000,
      content: { type: 'text', text: 'hello' },
      sender: { name: 'Anna' },
    });
    const receipt = await channel.deliver({ type: 'text', text: ['Hi ', { bold: ['you'] }] }, to(anna), {
      key: 'k',
      inReplyTo: event.id,
    });
    expect(receipt).toEqual({ result: 'delivered', platformId: phone.sent(anna)[0]?.id.id });
    expect(phone.sent(anna)[0]?.body).toBe('Hi *you*');
  });
});
