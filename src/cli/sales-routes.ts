import type { FastifyPluginAsync } from 'fastify';
import { demoPaymentPages } from '../../adapters/payment/demo/demo-page.ts';
import { type NoticeHook, noticeHook, noticeWebhooks } from '../../adapters/web/notice-webhooks.ts';
import { type ChatLink, paymentReturnPages } from '../../adapters/web/payment-return.ts';
import { takeNotice } from '../commerce/payment/take-notice.ts';
import { takeTrackings } from '../commerce/shipping/take-trackings.ts';
import type { Config } from '../config/config.ts';
import { systemClock } from '../runtime/clock.ts';
import { shopHook } from '../sync/shop-hook.ts';
import type { OpenSelling } from './open-selling.ts';

/** What selling serves over HTTP: pages around a payment, and where providers and carriers post. */
export function salesRoutes(
  config: Config,
  selling: OpenSelling,
  address: () => string | null,
): readonly FastifyPluginAsync[] {
  const { parts, payments } = selling;
  const { shop, log, store } = parts;
  const chatLink = chatLinks(config, address);
  const hooks = [...paymentHooks(selling), ...carrierHooks(selling), ...shopHooks(selling)];
  const demo = payments.get('demo');
  const demoPages = demo && { store, shop, provider: demo, chatLink, clock: systemClock };
  return [
    paymentReturnPages({ shop, chatLink }),
    ...(demoPages ? [demoPaymentPages({ ...demoPages, take: (notice) => takeNotice(parts, notice) })] : []),
    noticeWebhooks({ hooks, log }),
  ];
}

function paymentHooks({ parts, payments }: OpenSelling): readonly NoticeHook[] {
  const take = (notice: Parameters<typeof takeNotice>[1]) => takeNotice(parts, notice);
  return [...payments.values()].flatMap(({ id, webhook }) =>
    webhook ? noticeHook({ who: id, path: webhook.path, read: webhook.read, take }) : [],
  );
}

function carrierHooks({ parts, carriers }: OpenSelling): readonly NoticeHook[] {
  return [...carriers.values()].flatMap(({ id, webhook }) =>
    webhook
      ? noticeHook({ who: id, path: webhook.path, read: webhook.read, take: (one) => takeTrackings(parts, id, [one]) })
      : [],
  );
}

function shopHooks({ parts }: OpenSelling): readonly NoticeHook[] {
  return parts.systems.flatMap((system) => shopHook(parts, system) ?? []);
}

/** Back into the talk, where an address opens it. */
function chatLinks({ clickToChat }: Config, address: () => string | null): ChatLink {
  const { telegramBot, whatsappNumber } = clickToChat;
  return (channel) => {
    if (channel === 'webchat') return address();
    if (channel === 'telegram') return telegramBot && `https://t.me/${telegramBot}`;
    return channel.startsWith('whatsapp') && whatsappNumber ? `https://wa.me/${whatsappNumber.slice(1)}` : null;
  };
}
