import { createHmac } from 'node:crypto';
import type { ChannelAdapter } from '../../src/channel/adapter.ts';
import { silentLog } from '../../src/runtime/log.ts';

/** How a platform posts one text, and the adapter that takes it. */
export interface Platform {
  open(): Promise<ChannelAdapter>;
  post(said: Said): Posted;
}

export interface Said {
  readonly conversation: number;
  /** From 0 in each conversation. */
  readonly turn: number;
  readonly text: string;
  /** Epoch seconds. */
  readonly at: number;
}

export interface Posted {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export const platformNames = ['telegram', 'whatsapp-cloud'] as const;
export type PlatformName = (typeof platformNames)[number];

const secret = 'a-secret-of-this-benchmark';
const number = { id: '106540352242922', shown: '15550783881' };

const telegram: Platform = {
  async open() {
    const { createTelegramChannel } = await import('../../adapters/channels/telegram/telegram-channel.ts');
    return createTelegramChannel({ token: '4200000000:BENCH', secretToken: secret }, { log: silentLog });
  },
  post({ conversation, turn, text, at }) {
    const id = 1_000_000 + conversation;
    const from = { id, is_bot: false, first_name: 'Ann', language_code: 'en' };
    const chat = { id, first_name: 'Ann', type: 'private' };
    const message = { message_id: turn + 1, from, chat, date: at, text };
    return {
      headers: { 'x-telegram-bot-api-secret-token': secret },
      body: JSON.stringify({ update_id: conversation * 100_000 + turn, message }),
    };
  },
};

const whatsappCloud: Platform = {
  async open() {
    const { createWhatsappCloudChannel } = await import(
      '../../adapters/channels/whatsapp-cloud/whatsapp-cloud-channel.ts'
    );
    const config = { token: 'BENCH', phoneNumberId: number.id, appSecret: secret, verifyToken: secret };
    return createWhatsappCloudChannel(config, { log: silentLog });
  },
  post({ conversation, turn, text, at }) {
    const from = `1555${String(1_000_000 + conversation)}`;
    const message = {
      from,
      id: `wamid.${conversation}.${turn}`,
      timestamp: `${at}`,
      type: 'text',
      text: { body: text },
    };
    const value = {
      messaging_product: 'whatsapp',
      metadata: { display_phone_number: number.shown, phone_number_id: number.id },
      contacts: [{ profile: { name: 'Ann' }, wa_id: from }],
      messages: [message],
    };
    const entry = [{ id: '102290129340398', changes: [{ value, field: 'messages' }] }];
    const body = JSON.stringify({ object: 'whatsapp_business_account', entry });
    return {
      headers: { 'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` },
      body,
    };
  },
};

export const platforms: Readonly<Record<PlatformName, Platform>> = { telegram, 'whatsapp-cloud': whatsappCloud };
