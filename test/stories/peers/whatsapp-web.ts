import { setTimeout as pause } from 'node:timers/promises';
import { anna, browserOf, chromiumPath, pageArguments } from '../../channels/whatsapp-web-setup.ts';
import { type Phone, startPhone } from '../../fakes/whatsapp-web/phone.ts';
import type { RawMessage } from '../../fakes/whatsapp-web/raw-messages.ts';
import type { ChannelPeer } from './channel-peer.ts';

export interface WhatsappWebPeer extends ChannelPeer {
  readonly phone: Phone;
  /** Resolves when the shop's own health says so, with all it says. */
  until(shop: string, state: string): Promise<void>;
  /** Kills what shows the page, as running out of memory does. */
  crashPage(): void;
}

/** A shopper's WhatsApp, and the shop's phone: the shop drives the real library in a real Chromium before a page of ours. */
export async function openWhatsappWebPeer({ data }: { readonly data: string }): Promise<WhatsappWebPeer> {
  const phone = await startPhone(data);
  let last: RawMessage | null = null;
  const says = async (body: string): Promise<void> => {
    last = phone.writes(anna, { body });
  };
  return {
    phone,
    until: untilHealth,
    environment: {
      ...{ WHATSAPP_WEB: 'yes', WHATSAPP_WEB_PACE: '50', CHROMIUM_PATH: chromiumPath },
      ...{ WHATSAPP_WEB_PAGE: phone.page, WHATSAPP_WEB_CHROMIUM_ARGS: JSON.stringify(pageArguments) },
    },
    async connect(shop) {
      await untilHealth(shop, 'waiting|up');
      if ((await healthOf(shop)) === 'waiting') phone.scan();
      await untilHealth(shop, 'up');
    },
    takesNoKey: true,
    says,
    picks: (label) => says(numberOf(phone, label)),
    again: async () => void (last && phone.again(last)),
    seen: async () => phone.sent(anna).map(wordsOf),
    crashPage() {
      for (const pid of browserOf(data)?.renderers ?? []) process.kill(pid, 'SIGKILL');
    },
    async close() {
      // A shop that was killed leaves its browser behind.
      const left = browserOf(data);
      if (left) process.kill(left.main, 'SIGKILL');
      await phone.close();
    },
  };
}

function wordsOf({ body, caption, type }: RawMessage): string {
  const words = (type === 'chat' ? body : caption) ?? '';
  return words.replace(/[*_`]/gu, '');
}

/** Of the last menu that shows this label. */
function numberOf(phone: Phone, label: string): string {
  const lines = phone.sent(anna).flatMap((message) => wordsOf(message).split('\n'));
  const line = lines.findLast((each) => /^\d+\. /u.test(each) && each.includes(label));
  if (!line) throw new Error(`“${label}” is not to be seen, but: ${lines.join(' | ')}`);
  return line.slice(0, line.indexOf('.'));
}

async function healthOf(shop: string): Promise<string> {
  const answer = await fetch(new URL('/health', shop));
  const { channels } = (await answer.json()) as { channels: Record<string, { state: string }> };
  return channels['whatsapp-web']?.state ?? 'none';
}

async function untilHealth(shop: string, states: string): Promise<void> {
  const end = Date.now() + 30_000;
  for (;;) {
    const state = await healthOf(shop);
    if (states.split('|').includes(state)) return;
    if (Date.now() > end) throw new Error(`WhatsApp Web is ${state}, not ${states}`);
    await pause(50);
  }
}
