import type { FastifyInstance } from 'fastify';

/** `embedIn`: origins whose pages may hold ours in a frame, e.g. the merchant's own shop; nobody when empty. */
export function addSecurityHeaders(app: FastifyInstance, embedIn: readonly string[]): void {
  const headers = securityHeaders(embedIn);
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(headers);
  });
}

function securityHeaders(embedIn: readonly string[]): Readonly<Record<string, string>> {
  return {
    'content-security-policy': pagePolicy(embedIn),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'geolocation=(self), camera=(), microphone=(self), payment=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  };
}

/** Pictures may come from elsewhere over https, as imported catalogues name their shop's picture host; a visitor's own are blobs. */
function pagePolicy(embedIn: readonly string[]): string {
  const ancestors = embedIn.length > 0 ? embedIn.join(' ') : "'none'";
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' https: blob:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${ancestors}`,
  ].join('; ');
}

/** For files that others made: an SVG opened by itself may hold a script, and must not run it as ours. */
export const foreignFilePolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
