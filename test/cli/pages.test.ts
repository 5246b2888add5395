import { relative } from 'node:path';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { addPagesAsk } from '../../src/cli/pages-ask.ts';
import { addPagesCheck } from '../../src/cli/pages-check.ts';
import { listQuestions, markDone, questionLines } from '../../src/cli/questions-commands.ts';
import { readPageFiles } from '../../src/config/read-pages.ts';
import { pageFiles } from '../care/pages/written.ts';
import { createMemoryStore } from '../runtime/memory-store.ts';

const delivery = '---\ntitle: Delivery\nlink: https://example.com/d\n---\n## Costs\n\nIt is $4.90.\n';

async function run(words: readonly string[], texts: Readonly<Record<string, string>>) {
  let [text, failed] = ['', false];
  const deps = {
    readPages: async () => pageFiles(texts),
    facts: () => ({ locale: 'en-US' }),
    write: (said: string) => {
      text += said;
    },
    fail: () => {
      failed = true;
    },
    isTerminal: false,
  };
  const command = new Command('pages').exitOverride().configureOutput({ writeErr: () => undefined });
  for (const add of [addPagesCheck, addPagesAsk]) add(command, deps);
  await command.parseAsync(words, { from: 'user' });
  return { text, failed };
}

describe('parley pages', () => {
  it('check shows the line, a caret and the mend, and fails', async () => {
    expect(await run(['check'], { 'a.md': '---\ntitle: A\nlink: example\n---\nOne.\n' })).toEqual({
      failed: true,
      text: `pages/a.md
  pages/a.md:3:7 error "example" is no address of a page. bad-link
       3 | link: example
         |       ^
    → It begins with https://.

1 file: 1 error, 0 warnings.
`,
    });
  });

  it('check is content with good pages', async () => {
    expect(await run(['check'], { 'delivery.md': delivery })).toEqual({
      failed: false,
      text: '1 file, no mistakes.\n',
    });
  });

  it('ask shows passages with how sure they are, and what a shopper gets', async () => {
    const { text } = await run(['ask', 'what', 'does', 'delivery', 'cost'], { 'delivery.md': delivery });
    expect(text).toMatch(
      /^[01]\.\d\d {2}Delivery › Costs {2}delivery\.md\n {2}It is \$4\.90\.\n {2}https:\/\/example\.com\/d\n\nA shopper gets the first of them\.\n$/u,
    );
  });

  it('ask says when there is none', async () => {
    expect((await run(['ask', 'red', 'mug'], { 'delivery.md': delivery })).text).toBe('No page says anything of it.\n');
    const { passages } = JSON.parse((await run(['ask', '--json', 'red', 'mug'], { 'delivery.md': delivery })).text);
    expect(passages).toEqual([]);
  });

  it('ask names the page that the question may belong to where no page answers it', async () => {
    const starters = Object.fromEntries(
      (await readPageFiles('pages')).map(({ path, text }) => [relative('pages', path), text]),
    );
    const asked = [
      ...['can you put a name on it', 'washing machine', 'leather boots size 42'].map((text) => [
        '--locale',
        'en',
        text,
      ]),
      ['--locale', 'es-MX', 'qué tiempo hace hoy'],
    ];
    const said = await Promise.all(asked.map(async (words) => (await run(['ask', ...words], starters)).text));
    const unanswered = said.filter((text) => text.includes('\nNo page answers that'));
    expect(unanswered.length).toBeGreaterThan(0);
    for (const text of unanswered) {
      const [, page] = /^0\.\d\d {2}.+ {2}(\S+\.md)\n/u.exec(text) ?? [];
      const folder = text === said.at(-1) ? 'pages/es' : 'pages';
      expect(text.split('\n').at(-2)).toContain(`Does ${folder}/${page} answer it?`);
    }
    const { text } = await run(['ask', 'what', 'does', 'delivery', 'cost'], { 'delivery.md': delivery });
    expect(text).not.toContain('Does ');
  });

  it('ask points to the mistakes where there are some', async () => {
    expect(await run(['ask', 'x'], { 'a.md': 'no title' })).toMatchObject({ failed: true });
  });
});

describe('parley questions', () => {
  const question = (count: number, text: string) => {
    return {
      text,
      locale: 'en',
      count,
      firstAt: 0,
      lastAt: count,
      answered: false,
      examples: count > 1 ? ['Insta?'] : [],
    };
  };

  async function asked() {
    const store = createMemoryStore(new Map());
    await store.commit([
      { kind: 'question', id: 'aaa', revision: 0, body: question(1, 'do you engrave') },
      { kind: 'question', id: 'bbb', revision: 0, body: question(3, 'are you on instagram') },
    ]);
    return store;
  }

  it('lists what is asked most first, and tells how to answer', async () => {
    const text = await listQuestions(await asked(), { limit: 20, now: 60_003 });
    expect(
      text.startsWith(
        'bbb  are you on instagram\n              3 times, last 1 minute ago, en\n              also: Insta?\naaa  do you engrave\n',
      ),
    ).toBe(true);
    expect(text).toContain('parley questions done <id>');
  });

  it('lists no more than is wanted, and says how many are left', async () => {
    expect(await listQuestions(await asked(), { limit: 1, now: 9 })).toContain('… and 1 more: --limit 2 shows them.');
  });

  it('writes lines for machines', async () => {
    const lines = (await questionLines(await asked())).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { id: 'bbb', count: 3 },
      { id: 'aaa', count: 1 },
    ]);
  });

  it('takes one off that is done', async () => {
    const store = await asked();
    expect(await markDone(store, 'bbb')).toBe('Done: are you on instagram\n');
    expect(await questionLines(store)).not.toContain('bbb');
    await expect(markDone(store, 'ccc')).rejects.toThrow('There is no question ccc.');
    await markDone(store, 'aaa');
    expect(await listQuestions(store, { limit: 20, now: 9 })).toBe('No question waits for an answer.\n');
  });
});
