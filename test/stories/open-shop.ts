import { onTestFinished } from 'vitest';
import { createJsonlChannel } from '../../adapters/channels/terminal/jsonl-channel.ts';
import { conversationId } from '../../src/channel/ids.ts';
import type { InboundContent } from '../../src/channel/inbound.ts';
import { readConfig } from '../../src/config/config.ts';
import { openShop, type Shop } from '../../src/main.ts';
import { recordingLog } from '../channels/telegram-setup.ts';
import type { JsonlLine } from './jsonl-shopper.ts';
import type { Environment } from './own-process.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface OpenedShop {
  readonly shop: Shop;
  /** Codes of what was warned of or went wrong. */
  troubles(): readonly string[];
  /** Says something in a conversation; what the shop answers. */
  shopper(name: string): (content: string | InboundContent) => Promise<readonly JsonlLine[]>;
}

let messages = 0;

/** The whole shop within this process, with one channel that machines read. */
export async function openedShop(environment: Environment = {}): Promise<OpenedShop> {
  const { log, lines } = recordingLog();
  const said: JsonlLine[] = [];
  const channel = createJsonlChannel('test', (line) => said.push(JSON.parse(line)));
  const config = readConfig({ PARLEY_DATA: await temporaryFolder(), ...environment });
  const shop = await openShop(config, { log, channelsFor: async () => [channel] });
  onTestFinished(shop.close);
  onTestFinished(shop.runtime.stop);
  await shop.runtime.start();
  const say = async (peer: string, content: string | InboundContent): Promise<readonly JsonlLine[]> => {
    const id = `m${messages++}`;
    const conversation = conversationId({ channel: 'terminal', account: 'test', peer });
    const heard: InboundContent = typeof content === 'string' ? { type: 'text', text: content } : content;
    await shop.runtime.handle({ id, conversation, at: Date.now(), content: heard });
    return said.filter((line) => line.in_reply_to === id);
  };
  return {
    shop,
    troubles: () => lines.filter(({ level }) => level !== 'info').map(({ code }) => code),
    shopper: (name) => (content) => say(name, content),
  };
}
