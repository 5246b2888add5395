import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { flowNews } from '../../src/cli/flow-news.ts';
import type { BookChange } from '../../src/runtime/live-book.ts';
import { createWatch } from '../fakes/telegram/watch.ts';
import { textOf } from './jsonl-shopper.ts';
import { openedShop } from './open-shop.ts';
import { temporaryFolder } from './temporary-folder.ts';

const survey = `flow: survey
about: Ask how it was.
starts on:
  - take the survey
steps:
  - ask: How was it?
    for: how
  - ask: Would you come again?
    for: again
    type: yes-no
  - say: "Thank you! You said: {{ how }}."
`;

describe('a flow file that changes while the shop is open', () => {
  it('is live at once; who waits at an unchanged question goes on, and the news counts them', async () => {
    const { shopper, change } = await openWithSurvey();
    const [anna, ben] = [shopper('anna'), shopper('ben')];
    expect(textOf(await anna('take the survey'))).toBe('How was it?');
    expect(textOf(await ben('take the survey'))).toBe('How was it?');
    const news = await change(survey.replace('Thank you!', 'Many thanks!'));
    expect(news).toMatch(/^Flow "survey" is live\. 2 people are in the middle of it/mu);
    expect(textOf(await anna('good'))).toBe('Would you come again?');
    expect(textOf(await anna('yes'))).toBe('Many thanks! You said: good.');
  });

  it('asks again what has changed', async () => {
    const { shopper, change } = await openWithSurvey();
    const anna = shopper('anna');
    await anna('take the survey');
    expect(await change(survey.replace('How was it?', 'How do you like it?'))).toContain('1 person is in the middle');
    expect(textOf(await anna('good'))).toBe('This question has just changed, so I ask it again.\nHow do you like it?');
    expect(textOf(await anna('good'))).toBe('Would you come again?');
  });

  it('leads back to the start with an apology when the question is gone', async () => {
    const { shopper, change } = await openWithSurvey();
    const anna = shopper('anna');
    await anna('take the survey');
    await anna('good');
    await change(survey.replace(/ {2}- ask: Would you[\s\S]*?yes-no\n/u, ''));
    expect(textOf(await anna('perhaps'))).toBe(
      'Sorry, this has just been changed. Let us start it again.\nHow was it?',
    );
    expect(textOf(await anna('fine'))).toBe('Thank you! You said: fine.');
  });

  it('says so when the whole flow is gone, and goes on listening', async () => {
    const { shopper, remove } = await openWithSurvey();
    const anna = shopper('anna');
    await anna('take the survey');
    expect(await remove()).toContain('Flow "survey"');
    expect(textOf(await anna('good'))).toMatch(/Sorry, this has just been changed/u);
    expect(textOf(await anna('my cart'))).toContain('Your cart is empty');
  });

  it('with ten mistakes is told with ten places and hints and never goes live; mended, it does', async () => {
    const { shopper, change, file } = await openWithSurvey();
    const anna = shopper('anna');
    const news = await change(tenMistakes);
    const expected = [...tenMistakes.matchAll(/^.*# (\d+): (.*)$/gmu)].map(([line, number]) => ({ line, number }));
    expect(expected).toHaveLength(10);
    const lines = tenMistakes.split('\n');
    for (const { line, number } of expected) {
      const at = lines.indexOf(line ?? '') + 1;
      expect(news, `mistake ${number}`).toContain(`survey.yaml:${at}:`);
    }
    expect(news.match(/survey\.yaml:\d+:\d+ error/gu)).toHaveLength(10);
    expect(news.match(/ → (?!Add it to)/gu)?.length).toBeGreaterThanOrEqual(9);
    for (const hint of hints) expect(news).toMatch(hint);
    expect(news).toContain('The version before stays live.');
    expect(textOf(await anna('take the survey'))).toBe('How was it?');
    expect(await readFile(file, 'utf8')).toBe(tenMistakes);
    expect(await change(survey.replace('Would you', 'Will you'))).toContain('Flow "survey" is live. 1 person');
    expect(textOf(await anna('good'))).toBe('Will you come again?');
  });
});

const tenMistakes = `flow: survey
about: Ask how it was.
startson: # 1: a key
  - take the survey
steps:
  - sya: Hello # 2: a step
  - ask: How was it?
    for: how
    type: txt # 3: a type
  - say: Hello {{ customer.nam }} # 4: a name
  - say: "Hello {{ how | upcas }}" # 5: a filter
  - do: cart.ad # 6: an action
  - do: cart.show
    with: { what: 1 } # 7: an argument
  - go to: nowhere # 8: a step or flow
  - ask: Would you come again? # 9: no slot
    type: yes-no
  - if: how === "good" # 10: a condition
    then:
      - say: Thank you!
`;

const hints = [/"starts on"/u, /"say"/u, /"text"/u, /"cart\.add"/u];

/** A shop with a flow of its own beside the starter flows, followed as `parley start` follows them. */
async function openWithSurvey() {
  const folder = await temporaryFolder();
  await cp('flows', folder, { recursive: true, filter: (path) => !path.includes('tests') });
  const file = join(folder, 'survey.yaml');
  await writeFile(file, survey);
  const opened = await openedShop({ PARLEY_FLOWS: folder });
  const news: BookChange[] = [];
  const watch = createWatch();
  onTestFinished(
    opened.shop.book.follow((change) => {
      news.push(change);
      watch.look();
    }),
  );
  const after = async (act: () => Promise<void>): Promise<string> => {
    const before = news.length;
    await act();
    return flowNews(await watch.until(() => news[before], 10_000), false);
  };
  return {
    ...opened,
    file,
    change: (text: string) => after(() => writeFile(file, text)),
    remove: () => after(() => rm(file)),
  };
}
