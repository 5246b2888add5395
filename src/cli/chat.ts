import { type Command, Option } from 'commander';
import { channelIds } from '../channel/ids.ts';
import { previewedChannel } from './previewed-channel.ts';
import { shopConfig } from './shop-config.ts';

interface ChatFlags {
  readonly jsonl?: boolean;
  readonly name?: string;
  readonly as?: string;
  readonly catalogue?: boolean;
}

export function addChat(program: Command): void {
  program
    .command('chat')
    .description('talk to the shop here; with --jsonl, as a machine: one line of JSON for each message')
    .option('--name <name>', 'who is talking; each name has a conversation of its own')
    .addOption(asOption)
    .option('--catalogue', 'with --as whatsapp-cloud: as if a catalogue were linked')
    .option('--jsonl', 'read {"conversation","id","text"} a line, write every answer as a line (docs/machines.md)')
    .action(async ({ jsonl, name, as, catalogue = false }: ChatFlags) => {
      const channel = as === undefined ? null : previewedChannel(as);
      const config = shopConfig();
      if (jsonl) return (await import('./run-jsonl.ts')).runJsonl(config);
      return (await import('./run-chat.ts')).runChat(config, { name: name ?? null, as: channel, catalogue });
    });
}

const asOption = new Option(
  '--as <channel>',
  `show everything as this channel would: ${channelIds.join(', ')} (docs/preview.md)`,
).conflicts('jsonl');
