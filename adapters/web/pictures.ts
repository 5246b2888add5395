import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { foreignFilePolicy } from './security-headers.ts';

/** Serves `/pictures/*` from the first of these folders that has the file. A folder may come to exist later. */
export async function servePictures(app: FastifyInstance, folders: readonly string[]): Promise<void> {
  if (folders.length === 0) return;
  const plugin: FastifyPluginAsync = async (scope) => {
    scope.addHook('onRequest', async (_request, reply) => {
      reply.header('content-security-policy', foreignFilePolicy);
      // Platforms that show a product fetch its picture themselves.
      reply.header('cross-origin-resource-policy', 'cross-origin');
    });
    await scope.register(fastifyStatic, {
      root: [...folders],
      prefix: '/pictures/',
      decorateReply: false,
      index: false,
      dotfiles: 'ignore',
      maxAge: '1h',
    });
  };
  await app.register(plugin);
}
