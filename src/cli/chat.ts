import type { Command } from 'commander';
import { shopConfig } from './shop-config.ts';

interface ChatFlags {
  readonly jsonl?: boolean;
  readonly as?: string;
}

export function addChat(program: Command): void {
  program
    .command('chat')
    .description('talk to the shop here; with --jsonl, as a machine: one line of JSON for each message')
    .option('--as <name>', 'who is talking; each name has a conversation of its own')
    .option('--jsonl', 'read {"conversation","id","text"} a line, write every answer as a line (docs/machines.md)')
    .action(async ({ jsonl, as }: ChatFlags) => {
      const config = shopConfig();
      if (jsonl) return (await import('./run-jsonl.ts')).runJsonl(config);
      return (await import('./run-chat.ts')).runChat(config, as ?? null);
    });
}
