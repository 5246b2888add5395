import type { Command } from 'commander';
export function addInbox(_root: Command): void {}
