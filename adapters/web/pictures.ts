import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { foreignFilePolicy } from './security-headers.ts';

/** Serves `/pictures/*` from the first of these folders that has the file. A folder may come to exist later. */
export async function servePictures(app: FastifyInstance, folders: readonly string[]): Promise<void> {
  if (folders.length === 0) return;
  await app.register(fastifyStatic, {
    root: [...folders],
    prefix: '/pictures/',
    decorateReply: false,
    index: false,
    dotfiles: 'ignore',
    maxAge: '1h',
    setHeaders: (response) => {
      response.setHeader('content-security-policy', foreignFilePolicy);
      // Products are also shown by platforms that fetch the picture themselves.
      response.setHeader('cross-origin-resource-policy', 'cross-origin');
    },
  });
}
