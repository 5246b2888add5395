import type { FastifyReply } from 'fastify';
import { tokenHeader } from './adapter.ts';

export function uncached(reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', 'no-store');
}

export function refuse(reply: FastifyReply) {
  const message = `Ask POST /webchat/session for a token and send it as "${tokenHeader}".`;
  return uncached(reply).code(401).send({ error: 'no-visitor', message });
}

export function tooMany(reply: FastifyReply, waitMs: number) {
  const seconds = Math.ceil(waitMs / 1000);
  const message = `That was too much at once. Try again in ${seconds} s.`;
  return uncached(reply).code(429).header('retry-after', String(seconds)).send({ error: 'too-many', message });
}
