import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createTelegramChannel } from '../../adapters/channels/telegram/telegram-channel.ts';
import type { RawRequest } from '../../src/channel/adapter.ts';
import { parseConversationId } from '../../src/channel/ids.ts';
import { recordingLog, setUp } from './telegram-setup.ts';

const token = '7000001:AAfake-token_for-tests';
const to = parseConversationId('telegram:7000001:7');

/** A proxy on the way to Telegram that answers whatever it is asked with this. */
async function proxy(answer: string): Promise<string> {
  const server = createServer((_request, response) => void response.end(answer));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('a proxy that answers in the name of Telegram', () => {
  it.each(['null', '502', '"Bad Gateway"', '<html>Bad Gateway</html>', '', '{}'])(
    'with %j counts as an outage: nothing is given up, and nothing breaks',
    async (answer) => {
      const { log, told } = recordingLog();
      const config = { token, apiRoot: await proxy(answer), publicUrl: 'https://shop.example' };
      const channel = createTelegramChannel(config, { log });
      if (!to) throw new Error('no address');
      const delivery = { key: 'telegram:7000001:7:1:0:0', inReplyTo: null };
      expect(await channel.deliver({ type: 'text', text: ['hello'] }, to, delivery)).toMatchObject({
        result: 'retry',
        afterMs: null,
      });
      const stop = await channel.listen?.(async () => 'accepted');
      await told('TELEGRAM_WEBHOOK_FAILED');
      expect(channel.health?.().state).toBe('connecting');
      await stop?.();
    },
  );
});

describe('a defect of whoever approves payments', () => {
  it('is told and ends nothing: without an answer Telegram takes no payment', async () => {
    const defective = (): never => {
      throw new TypeError('a defect');
    };
    const { channel, told, close } = await setUp({ deps: { approveCheckout: defective } });
    onTestFinished(close);
    const from = { id: 7, is_bot: false, first_name: 'Ann' };
    const query = { id: 'q', from, currency: 'EUR', total_amount: 100, invoice_payload: 'order' };
    const body = Buffer.from(JSON.stringify({ update_id: 1, pre_checkout_query: query }));
    const request: RawRequest = { method: 'POST', url: '/webhooks/telegram', headers: {}, body };
    await channel.prepare?.(request);
    expect(await told('CHANNEL_DEFECT')).toMatchObject({ fields: { channel: 'telegram', code: 'TypeError' } });
  });
});
