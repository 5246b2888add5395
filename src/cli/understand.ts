import type { Command } from 'commander';
import { openWorld } from './understand-world.ts';
import { addUnderstandCommand } from './understanding.ts';

export function addUnderstand(root: Command): void {
  addUnderstandCommand(root, {
    openWorld,
    input: process.stdin,
    output: process.stdout,
    note: (text) => void process.stderr.write(text),
    isTerminal: process.stdin.isTTY === true,
  });
}
