import type { FastifyInstance, FastifyReply } from 'fastify';
import { paymentStyle } from './payment-style.ts';

/** Where the pages' one style sheet is. */
export const stylePath = '/pay/style.css';

export interface PageContent {
  readonly language: string;
  readonly shop: string;
  readonly title: string;
  /** HTML; made with `escaped`. */
  readonly body: string;
}

export function paymentPage({ language, shop, title, body }: PageContent): string {
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="${stylePath}">
</head>
<body>
<main>
<p class="shop" dir="auto">${escaped(shop)}</p>
<h1>${escaped(title)}</h1>
${body}
</main>
</body>
</html>
`;
}

/** What other people wrote (titles, names) must stay words. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/gu, (sign) => `&#${sign.codePointAt(0)};`);
}

/** A page about money is nobody's to keep. */
export function sendPage(reply: FastifyReply, content: PageContent, status = 200): FastifyReply {
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(paymentPage(content));
}

/** Once a server, before the pages that use it. */
export function serveStyle(app: FastifyInstance): void {
  app.get(stylePath, (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'max-age=3600').send(paymentStyle),
  );
}

/** The way back; nothing where nobody knows it. */
export function backLink(address: string | null, label: string): string {
  return address === null ? '' : `<p><a href="${escaped(address)}">${escaped(label)}</a></p>`;
}
