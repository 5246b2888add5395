import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { expect, it } from 'vitest';
import { programFor } from '../../src/cli/program.ts';
import { allPages } from './pages.ts';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Readonly<Record<string, string>> };
const ofNpm = ['ci', 'install', 'start', 'test'];

function found(pattern: RegExp): readonly string[] {
  return [...new Set(allPages().flatMap(({ text }) => [...text.matchAll(pattern)].map(([, words = '']) => words)))];
}

it('every npm command of the docs is there', () => {
  const commands = found(/\bnpm ((?:run )?[\w:-]+)/g).filter((each) => !['pack', 'packages', 'package'].includes(each));
  expect(commands).toContain('run check');
  const missing = commands.filter((each) => !ofNpm.includes(each) && !(each.replace('run ', '') in scripts));
  expect(missing).toEqual([]);
});

it('every command of parley that the docs show is there', { timeout: 60_000 }, async () => {
  const shown = found(/(?:bin\/parley\.js|[`$|] ?parley) ([a-z]+(?: [a-z][a-z-]*)?)/gm);
  expect(shown.length).toBeGreaterThan(8);
  const root = await programFor([]);
  expect(shown.filter((words) => !isCommand(root, words.split(' ')))).toEqual([]);
});

/** A command without commands of its own takes any further word as an argument. */
function isCommand(command: Command, [word, ...rest]: readonly string[]): boolean {
  if (word === undefined || command.commands.length === 0) return true;
  const next = command.commands.find((each) => each.name() === word);
  return next ? isCommand(next, rest) : command.registeredArguments.length > 0;
}
