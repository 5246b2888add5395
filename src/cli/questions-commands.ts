import { type OpenQuestion, questionBody, questionOf } from '../care/questions/open-question.ts';
import type { Store } from '../storage/store.ts';
import { walkKind } from '../storage/walk-kind.ts';
import { ago } from './ago.ts';
import { Failure } from './failure.ts';

const pageSize = 500;

/** What no page answered and nobody has seen to, most asked first. */
async function openQuestions(store: Store): Promise<readonly OpenQuestion[]> {
  const open: OpenQuestion[] = [];
  for await (const page of walkKind(store, 'question', { pageSize })) {
    open.push(...page.map(questionOf).filter(({ answered }) => !answered));
  }
  return open.sort((one, other) => other.count - one.count || other.lastAt - one.lastAt);
}

export interface Listing {
  readonly limit: number;
  readonly now: number;
}

export async function listQuestions(store: Store, { limit, now }: Listing): Promise<string> {
  const open = await openQuestions(store);
  if (open.length === 0) return 'No question waits for an answer.\n';
  const shown = open.slice(0, limit).map((question) => entry(question, now));
  const more = open.length > limit ? `… and ${open.length - limit} more: --limit ${open.length} shows them.\n` : '';
  return `${shown.join('')}${more}\n${howToAnswer}`;
}

const howToAnswer = `Answer one: write a page such as pages/about.md with a heading and a paragraph below it, and put the question under "questions:"
at its top. "parley pages ask" tells whether it is found, "parley questions done <id>" takes it off this list.
`;

function entry({ id, text, count, lastAt, locale, examples }: OpenQuestion, now: number): string {
  const times = count === 1 ? 'once' : `${count} times`;
  const others = examples.map((example) => `              also: ${example}\n`).join('');
  return `${id}  ${text}\n              ${times}, last ${ago(lastAt, now)}, ${locale}\n${others}`;
}

export async function questionLines(store: Store): Promise<string> {
  return (await openQuestions(store)).map((question) => `${JSON.stringify(question)}\n`).join('');
}

/** Written once more when a shopper asks it meanwhile. */
export async function markDone(store: Store, id: string): Promise<string> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const stored = await store.get('question', id);
    if (stored === null) throw new Failure(`There is no question ${id}. "parley questions" lists them.`);
    const question = { ...questionOf(stored), answered: true };
    const write = { kind: 'question', id, revision: stored.revision, body: questionBody(question) } as const;
    if ((await store.commit([write])) === 'committed') return `Done: ${question.text}\n`;
  }
  throw new Failure('The question is being asked all the time. Please try again.');
}
