import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { ShopFacts } from '../../src/dialog/book.ts';
import { backLink, escaped, sendPage, serveStyle } from './payment-page.ts';
import { paymentWords } from './payment-words.ts';

/** Where a channel can be opened by a link, e.g. `https://t.me/my_shop_bot`; `null`: not by one that is known. */
export type ChatLink = (channel: string) => string | null;

export interface ReturnPagesDeps {
  readonly shop: ShopFacts;
  readonly chatLink: ChatLink;
}

/** Where a provider's page sends the shopper: what has become of the payment is told in the chat, and nothing is believed here. */
export const returnPaths = { done: '/pay/done', left: '/pay/left' } as const;

export function paymentReturnPages({ shop, chatLink }: ReturnPagesDeps): FastifyPluginAsync {
  return async (app) => {
    serveStyle(app);
    for (const outcome of ['done', 'left'] as const) {
      app.get(returnPaths[outcome], (request, reply) => {
        const { to, locale } = asked(request);
        const { language, back, [outcome]: words } = paymentWords(locale ?? shop.locale);
        const body = `<p>${escaped(words.text)}</p>${backLink(chatLink(to ?? ''), back)}`;
        return sendPage(reply, { language, shop: shop.name, title: words.title, body });
      });
    }
  };
}

function asked({ query }: FastifyRequest): { readonly to: string | null; readonly locale: string | null } {
  const given = new Map(Object.entries(typeof query === 'object' && query !== null ? query : {}));
  const word = (name: string): string | null => {
    const value: unknown = given.get(name);
    return typeof value === 'string' && value.length <= 40 ? value : null;
  };
  return { to: word('to'), locale: word('locale') };
}

/** The address of a page of these: `outcome` for somebody who talks on this channel, in this language. */
export function returnUrl(
  address: string,
  outcome: keyof typeof returnPaths,
  shopper: { readonly channel: string | null; readonly locale: string },
): string {
  const url = new URL(`${address}${returnPaths[outcome]}`);
  if (shopper.channel !== null) url.searchParams.set('to', shopper.channel);
  url.searchParams.set('locale', shopper.locale);
  return url.href;
}
