import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allActions } from '../../src/actions/all-actions.ts';

interface Row {
  readonly topic: string;
  readonly asked: string;
  readonly handledBy: string;
  readonly how: string;
}

const rows = readFileSync('docs/selling/service-desk.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| (?!topic|---)/.test(line))
  .map((line): Row => {
    const [topic = '', asked = '', handledBy = '', how = ''] = line
      .split('|')
      .slice(1)
      .map((cell) => cell.trim());
    return { topic, asked, handledBy, how };
  });

describe('the table of what a service desk is asked', () => {
  it('names a flow that there is, or a person with the reason', () => {
    const flows = readdirSync('flows').filter((file) => file.endsWith('.yaml'));
    expect(rows).toHaveLength(55);
    for (const { asked, handledBy, how } of rows) {
      const named = /^`([a-z-]+)`$/.exec(handledBy)?.[1];
      const known = handledBy === 'a person' ? how !== '' : flows.includes(`${named}.yaml`);
      expect({ asked, known }).toEqual({ asked, known: true });
    }
  });

  it('names only actions and flows that there are', () => {
    const flows = readdirSync('flows').map((file) => file.replace(/\.yaml$/, ''));
    const actions = allActions.map(({ name }) => name);
    const named = rows.flatMap(({ how }) => [...how.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
    expect(named.length).toBeGreaterThan(10);
    const known = (name: string) => flows.includes(name) || actions.includes(name) || name.startsWith('parley orders ');
    expect(named.filter((name) => !known(name))).toEqual([]);
  });

  const guidelines = guidelinesFile();
  it.skipIf(guidelines === null)(
    `has every topic of the guidelines${guidelines === null ? ', whose file is not here: set PARLEY_ABCD_GUIDELINES' : ''}`,
    () => {
      const topics = JSON.parse(readFileSync(guidelines ?? '', 'utf8')) as Record<string, { subflows: object }>;
      const asked = Object.entries(topics).flatMap(([topic, { subflows }]) =>
        Object.keys(subflows).map((name) => `${topic}: ${name}`),
      );
      expect(rows.map(({ topic, asked: name }) => `${topic}: ${name}`).sort()).toEqual(asked.sort());
    },
  );
});

/** ABCD's guidelines (ASAPP Research, MIT): where PARLEY_ABCD_GUIDELINES says, else in shared/data beside the project. */
function guidelinesFile(): string | null {
  const named = process.env['PARLEY_ABCD_GUIDELINES'];
  if (named) return existsSync(named) ? named : null;
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    const file = join(folder, 'shared/data/abcd_guidelines/guidelines.json');
    if (existsSync(file)) return file;
    if (folder === dirname(folder)) return null;
  }
}
