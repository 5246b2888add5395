import { onTestFinished } from 'vitest';
import type { ChannelAdapter, Receive } from '../../src/channel/adapter.ts';
import { type OpenWebhooks, openWebhooks } from './open-webhooks.ts';
import { createOwnChannel, ownPath, ownRequest } from './own-webhook.ts';

/** A server with a channel of our own, closed after the test. */
export async function open(changes: Partial<ChannelAdapter> = {}, receive?: Receive): Promise<Opened> {
  const received: string[] = [];
  const note: Receive = async ({ id }) => {
    received.push(id);
    return 'accepted';
  };
  const opened = await openWebhooks([createOwnChannel(changes)], receive ?? note);
  onTestFinished(() => opened.server.close());
  return { ...opened, received, at: `${opened.url}${ownPath}` };
}

interface Opened extends OpenWebhooks {
  /** Ids of the events that came through. */
  readonly received: readonly string[];
  readonly at: string;
}

export const hello = (id: string) => ownRequest([['ann', id, 'hello']]);
