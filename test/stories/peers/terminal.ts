import { type OwnProcess, runParley } from '../own-process.ts';
import type { ChannelPeer } from './channel-peer.ts';

/** A person at `parley chat`, beside the shop, with the same folder. No platform brings anything twice there. */
export async function openTerminalPeer({ data }: { readonly data: string }): Promise<ChannelPeer> {
  const chats: Chat[] = [];
  const last = (): Chat => {
    const chat = chats.at(-1);
    if (!chat) throw new Error('Nobody sits at the terminal yet');
    return chat;
  };
  const seen = (): readonly string[] => chats.flatMap(newLines);
  const says = async (text: string): Promise<void> => last().process.write(`${text}\n`);
  return {
    environment: {},
    connect: async () => {
      await chats.at(-1)?.process.kill('SIGKILL');
      chats.push(await sitDown(data));
    },
    says,
    picks: async (label) => {
      const line = seen().findLast((one) => one.replace(/^\s*\d+\.\s+/u, '') === label);
      const number = /\d+/u.exec(line ?? '')?.[0];
      if (number === undefined) throw new Error(`“${label}” is not shown, but: ${seen().join('\n')}`);
      await says(number);
    },
    again: async () => undefined,
    seen: async () => [seen().join('\n')],
    close: async () => void (await chats.at(-1)?.process.kill('SIGKILL')),
  };
}

interface Chat {
  readonly process: OwnProcess;
  /** Lines that only showed what had been said before. */
  readonly old: number;
}

async function sitDown(data: string): Promise<Chat> {
  const process = runParley(['chat'], { PARLEY_DATA: data });
  process.write('/help\n');
  await process.until(() => process.lines.some((line) => line.includes('/quit   leave')));
  return { process, old: process.lines.length };
}

function newLines({ process, old }: Chat): readonly string[] {
  return process.lines.slice(old).filter((line) => !line.startsWith('> '));
}
