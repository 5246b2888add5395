import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** A channel's codes stand in its own guide. */
const guides = readdirSync('docs/channels').map((name) => join('docs/channels', name));
const documented = ['docs/errors.md', ...guides].map((path) => readFileSync(path, 'utf8')).join('\n');

/** How codes stand in the sources: logged, noted by the engine, carried by errors and failures. */
const forms = [
  /log\.(?:info|warn|error)\(\s*'([A-Z_]+)'/g,
  /logger\.(?:info|warn|error)\([^)]*'([A-Z]+_[A-Z_]+)'\)/g,
  /failed\('([A-Z_]+)'\)/g,
  /reason: '([A-Z]+_[A-Z_]+)'/g,
  /code = '([A-Z_]+)'/g,
  /^ {2}\| '([A-Z_]+)'/gm,
  /\bnew (?:Store|Search)Error\(\s*'([A-Z_]+)'/g,
];

function codesIn(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const texts = files.map((name) => readFileSync(join(folder, name), 'utf8'));
  return texts.flatMap((text) => forms.flatMap((form) => [...text.matchAll(form)].map(([, code = '']) => code)));
}

it('docs/errors.md or the channel’s guide explains every code that is logged or carried', () => {
  const codes = [...new Set([...codesIn('src'), ...codesIn('adapters')])];
  expect(codes.length).toBeGreaterThan(35);
  expect(codes.filter((code) => !documented.includes(`\`${code}\``))).toEqual([]);
});
