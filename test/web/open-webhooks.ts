import pino from 'pino';
import { createWebServer, type WebServer } from '../../adapters/web/server.ts';
import { webhooks } from '../../adapters/web/webhooks.ts';
import type { ChannelAdapter, Receive } from '../../src/channel/adapter.ts';
import type { LogFields } from '../../src/runtime/log.ts';

export interface OpenWebhooks {
  readonly server: WebServer;
  /** Where it is reached, e.g. `http://127.0.0.1:40123`. */
  readonly url: string;
  /** What the routes logged: `CODE {"field":…}`. */
  readonly logged: readonly string[];
}

/** The shop's own server with nothing but the channels' webhooks. */
export async function openWebhooks(channels: readonly ChannelAdapter[], receive: Receive): Promise<OpenWebhooks> {
  const logged: string[] = [];
  const put = (code: string, fields: LogFields = {}): void => void logged.push(`${code} ${JSON.stringify(fields)}`);
  const health = () => ({ healthy: true });
  const server = createWebServer({ host: '127.0.0.1', port: 0 }, { log: pino({ level: 'silent' }), health });
  await server.app.register(webhooks({ channels, receive, log: { info: put, warn: put, error: put } }));
  return { server, url: await server.listen(), logged };
}
