import type { FastifyInstance, FastifyReply } from 'fastify';
import { paymentStyle } from './payment-style.ts';

const stylePath = '/pay/style.css';
const iconPath = '/pay/icon.svg';

/** Asked for by every browser: a page without one would be told off in its console. */
const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="9" fill="#0e6353"/><path d="M8 16.500l5 5 11-11" fill="none" stroke="#fff" stroke-width="3.500"/></svg>';

export interface PageContent {
  readonly language: string;
  readonly shop: string;
  readonly title: string;
  /** HTML; made with `escaped`. */
  readonly body: string;
}

export function paymentPage({ language, shop, title, body }: PageContent): string {
  return `<!doctype html>
<html lang="${escaped(language)}" dir="${isRightToLeft(language) ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<link rel="icon" type="image/svg+xml" href="${iconPath}">
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

function isRightToLeft(language: string): boolean {
  return language === 'ar';
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
  const file = (path: string, type: string, text: string): void => {
    app.get(path, (_request, reply) => reply.type(type).header('cache-control', 'max-age=3600').send(text));
  };
  file(stylePath, 'text/css; charset=utf-8', paymentStyle);
  file(iconPath, 'image/svg+xml', icon);
}

/** The way back; nothing where nobody knows it. */
export function backLink(address: string | null, label: string): string {
  return address === null ? '' : `<p><a href="${escaped(address)}">${escaped(label)}</a></p>`;
}
