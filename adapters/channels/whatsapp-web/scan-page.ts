import { createHash } from 'node:crypto';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { ChannelHealth } from '../../../src/channel/adapter.ts';
import { sameSecret } from '../../../src/runtime/same-secret.ts';
import { qrSvg } from './qr-lines.ts';
import { type Scan, warning } from './scan.ts';

export interface ScanPage {
  readonly scan: Scan;
  readonly health: () => ChannelHealth;
  /** Somebody looks at the page. */
  readonly wake: () => void;
}

/**
 * How the line is, and the code to scan, at `/whatsapp-web/{key}`. Whoever scans links their own number: so it is shown to nobody without
 * the key, and kept by no cache.
 */
export function scanPage(page: ScanPage): FastifyPluginAsync {
  return async (app) => {
    const serve = (file: string, answer: (reply: FastifyReply) => FastifyReply): void => {
      app.get(`/whatsapp-web/:key${file}`, (request, reply) => {
        reply.header('cache-control', 'no-store').header('x-robots-tag', 'noindex');
        return isKey(request, page.scan.key) ? answer(reply) : reply.code(404).type('text/plain').send('Not found');
      });
    };
    serve('', (reply) => {
      page.wake();
      return reply.type('text/html; charset=utf-8').send(html(page));
    });
    serve('/code.svg', (reply) => {
      const code = page.scan.current();
      return code === null ? reply.code(404).send() : reply.type('image/svg+xml').send(qrSvg(code));
    });
    serve('/page.css', (reply) => reply.type('text/css').send(css));
  };
}

function isKey({ params }: FastifyRequest, key: string): boolean {
  const given = (params as { readonly key?: string }).key ?? '';
  return sameSecret(given, key);
}

/** Tells codes apart, and tells nothing of them. */
function markOf(code: string): string {
  return createHash('sha256').update(code).digest('hex').slice(0, 8);
}

const titles: Readonly<Record<ChannelHealth['state'], string>> = {
  up: 'WhatsApp is linked',
  connecting: 'WhatsApp Web is starting',
  waiting: 'Scan this to link WhatsApp',
  down: 'WhatsApp Web is down',
};

/** A code lives 20 seconds; the page looks anew by itself, without a script. */
function html({ scan, health }: ScanPage): string {
  const { state, detail } = health();
  const code = scan.current();
  const how = '<p>On the shop’s phone: Settings, Linked devices, Link a device.</p>';
  // Its address changes with the code, so that an old one is never shown for the new one.
  const picture = code && `<img src="${scan.path}/code.svg?${markOf(code)}" alt="QR code">${how}`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="${state === 'up' ? 30 : 3}"><title>${titles[state]}</title>
<link rel="stylesheet" href="${scan.path}/page.css"></head>
<body><main><h1>${titles[state]}</h1>${picture ?? `<p>${escaped(detail ?? '')}</p>`}
<p class="warning">${escaped(warning.join(' '))}</p></main></body></html>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}

const css = `body{margin:0;font:16px/1.5 system-ui,sans-serif;background:#f6f5f2;color:#222}
main{max-width:26rem;margin:3rem auto;padding:0 1rem;text-align:center}
h1{font-size:1.4rem}img{width:100%;max-width:22rem;background:#fff}
.warning{margin-top:2rem;font-size:.85rem;color:#7a4b00}`;
