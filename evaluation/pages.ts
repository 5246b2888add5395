import { createPages } from '../src/understanding/pages/create-pages.ts';
import { maybePage, type PageHit, type Pages, surePage } from '../src/understanding/pages.ts';
import {
  type AskedMessage,
  flowerShopPassages,
  isAnswer,
  isForTuning,
  readMessages,
  starterPassages,
} from './pages/page-questions.ts';
import type { Figure, Piece } from './piece.ts';

/** Questions that a page answers, and messages that no page may answer, on the half that no weight was fitted on. */
export const pages: Piece = {
  name: 'pages',
  about: 'answers from the shop’s pages: right ones, missed ones, and what must not be answered',
  async run() {
    const messages = await readMessages('');
    const started = performance.now();
    const starter = createPages(await starterPassages());
    const loading = performance.now() - started;
    const reporting = messages.filter((message) => !isForTuning(message));
    const flowers = createPages(await flowerShopPassages());
    return [
      ...figuresOf('', heard(starter, reporting)),
      ...figuresOf('in a hurry: ', heard(starter, await readMessages('hurried'))),
      ...figuresOf('another shop: ', heard(flowers, await readMessages('flower-shop'))),
      ...figuresOf('another shop, in a hurry: ', heard(flowers, await readMessages('flower-shop-hurried'))),
      ...timing(starter, messages, loading),
    ];
  },
};

interface Heard {
  readonly message: AskedMessage;
  readonly best: PageHit | undefined;
}

function heard(given: Pages, messages: readonly AskedMessage[]): readonly Heard[] {
  return messages.map((message) => ({ message, best: given.find(message.text)[0] }));
}

function figuresOf(prefix: string, all: readonly Heard[]): readonly Figure[] {
  const asked = all.filter(({ message }) => message.answer !== null);
  const others = all.filter(({ message }) => message.answer === null);
  const [sure, maybe] = [surePage, maybePage].map((least) => atLeast(all, least));
  const note =
    prefix === ''
      ? 'half of our own set, by the hash of the text; the other half fitted the weights'
      : 'nothing of it was fitted';
  return [
    share(`${prefix}questions answered for sure and rightly`, right(sure).length, asked.length, note),
    share(`${prefix}of sure answers right`, right(sure).length, sure?.length ?? 0),
    share(`${prefix}messages refused that no page may answer, for sure`, others.length - wrongly(sure), others.length),
    share(`${prefix}questions answered rightly, also unsurely`, right(maybe).length, asked.length),
    share(`${prefix}of all answers right`, right(maybe).length, maybe?.length ?? 0),
    share(`${prefix}of all answers from the right page`, onPage(maybe).length, maybe?.length ?? 0),
    share(`${prefix}messages refused that no page may answer`, others.length - wrongly(maybe), others.length),
  ];
}

function atLeast(all: readonly Heard[], least: number): readonly Heard[] {
  return all.filter(({ best }) => best !== undefined && best.confidence >= least);
}

function right(answers: readonly Heard[] = []): readonly Heard[] {
  return answers.filter(({ message, best }) => best !== undefined && isAnswer(best.passage, message));
}

function onPage(answers: readonly Heard[] = []): readonly Heard[] {
  return answers.filter(({ message, best }) => best !== undefined && best.passage.page === message.answer?.page);
}

function wrongly(answers: readonly Heard[] = []): number {
  return answers.filter(({ message }) => message.answer === null).length;
}

function share(name: string, count: number, of: number, note?: string): Figure {
  const size = `${count} of ${of}`;
  return {
    name,
    value: of === 0 ? 0 : count / of,
    unit: 'share',
    note: note === undefined ? size : `${size}; ${note}`,
  };
}

function timing(given: Pages, messages: readonly AskedMessage[], loading: number): readonly Figure[] {
  const times = messages.map(({ text }) => {
    const started = performance.now();
    given.find(text);
    return performance.now() - started;
  });
  const median = times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
  return [
    { name: 'median of a question', value: median, unit: 'ms', aim: { atMost: 1 } },
    { name: 'reading the starter pages', value: loading, unit: 'ms' },
  ];
}
