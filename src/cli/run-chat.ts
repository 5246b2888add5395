import { createInterface } from 'node:readline';
import { createPreview, type Preview } from '../../adapters/channels/terminal/preview/preview.ts';
import { createTerminalChannel } from '../../adapters/channels/terminal/terminal-channel.ts';
import type { ChannelId } from '../channel/ids.ts';
import type { Config } from '../config/config.ts';
import { openShop } from '../main.ts';
import { type ChatPeer, lastPeer, localAccount, ownName, peerOf } from './chat-peer.ts';
import { createScreen } from './chat-screen.ts';
import { talk } from './chat-talk.ts';
import { createPino, logTo } from './create-log.ts';
import { previewCapabilities } from './preview-capabilities.ts';
import { onStopSignal } from './stop-signals.ts';

export interface ChatWishes {
  readonly name: string | null;
  /** The channel whose look the terminal takes on. */
  readonly as: ChannelId | null;
  /** WhatsApp with a catalogue linked, though none is set up. */
  readonly catalogue: boolean;
}

/** A person talks to the shop until they leave; the conversation goes on where it was the next time. */
export async function runChat(config: Config, wishes: ChatWishes): Promise<void> {
  const { stdin, stdout } = process;
  const isTyped = stdin.isTTY === true && stdout.isTTY === true;
  const reader = createInterface({ input: stdin, output: stdout, terminal: isTyped, historySize: 200 });
  const lines = reader[Symbol.asyncIterator]();
  const leave = async (): Promise<void> => reader.close();
  onStopSignal(leave);
  reader.on('SIGINT', leave);
  stdout.on('error', leave);
  const screen = createScreen(reader, stdout, isTyped);
  const preview = previewFor(wishes, config);
  let peer: ChatPeer = { name: wishes.name ?? ownName(), number: 1 };
  const channel = createTerminalChannel(
    {
      serves: (to) => to.account === localAccount && to.peer === peerOf(peer),
      drawing: screen.drawing,
      ...(preview && { preview }),
    },
    { write: screen.write, typing: screen.typing },
  );
  const shop = await openShop(config, { log: quietLog(config), channelsFor: async () => [channel] });
  peer = await lastPeer(shop.store, peer.name);
  const move = (to: ChatPeer): void => {
    peer = to;
  };
  await talk({ shop, config, screen, preview, lines, peer: () => peer, move });
  reader.close();
  await shop.runtime.stop();
  await shop.close();
}

function previewFor({ as: channel, catalogue }: ChatWishes, config: Config): Preview | null {
  if (channel === null) return null;
  const capabilities = previewCapabilities(channel, config, { catalogue });
  return createPreview({ channel, capabilities, locale: config.shop.locale });
}

/** Log lines would stand in the middle of the talk: only what somebody asked for, and what went wrong. */
function quietLog(config: Config) {
  return logTo(createPino(process.env['PARLEY_LOG']?.trim() ? config.logLevel : 'error', process.stderr));
}
