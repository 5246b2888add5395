import { modelCallOf } from '../src/assistant/guards/model-call.ts';
import type { Book } from '../src/dialog/book.ts';
import { says } from '../test/assistant/adversarial/case.ts';
import { goodCases, stoppedThough } from '../test/assistant/adversarial/cases/good.ts';
import { playCases, playGoodCases } from '../test/assistant/adversarial/measure.ts';
import { readStarterBook, type World } from '../test/assistant/adversarial/open-world.ts';
import { openShopper, play } from '../test/assistant/adversarial/play.ts';
import { inWorlds } from '../test/assistant/adversarial/run-cases.ts';
import { sureMessages } from './assistant/sure-messages.ts';
import { type Exchange, talks } from './assistant/talks.ts';
import type { Figure, Piece } from './piece.ts';

/** The cases of the test, counted; and what a conversation costs. Its model is a server of our own that says what it is told. */
export const assistant: Piece = {
  name: 'assistant',
  about:
    'wrong and faulty answers of a model that reach a shopper, false stops, tokens of a conversation, needless calls',
  async run() {
    const book = await readStarterBook();
    return [
      ...(await wrongFigures(book)),
      ...(await aloneFigures(book)),
      ...(await goodFigures(book)),
      ...(await tokenFigures(book)),
      ...(await needlessFigures(book)),
    ];
  },
};

async function wrongFigures(book: Book): Promise<readonly Figure[]> {
  const outcomes = await playCases(book, { assistant: true });
  const asked = outcomes.filter((one) => one.asked > 0).length;
  const note = `of ${outcomes.length} cases of ${new Set(outcomes.map(({ kind }) => kind)).size} kinds, the model asked in ${asked}`;
  const wrong = outcomes.filter(({ wrongs }) => wrongs.length > 0).length;
  const useless = outcomes.filter((one) => one.useless.length > 0).length;
  return [
    { name: 'wrong answers that reached a shopper', value: wrong, unit: 'count', aim: { atMost: 0 }, note },
    { name: 'useless replies', value: useless, unit: 'count', aim: { atMost: 0 } },
  ];
}

async function aloneFigures(book: Book): Promise<readonly Figure[]> {
  const outcomes = await playCases(book, { assistant: false });
  const useless = outcomes.filter((one) => one.useless.length > 0).length;
  const note = `the same ${outcomes.length} messages; search, a page or a flow answers`;
  return [{ name: 'useless replies without a model', value: useless, unit: 'count', aim: { atMost: 0 }, note }];
}

async function goodFigures(book: Book): Promise<readonly Figure[]> {
  const outcomes = await playGoodCases(book, [...goodCases, ...stoppedThough]);
  const stops = outcomes.filter(({ through, asked }) => asked > 0 && !through).length;
  const note = `of ${outcomes.length} honest answers of our own, ${stoppedThough.length} of them known to be stopped`;
  return [{ name: 'honest answers stopped', value: stops / outcomes.length, unit: 'share', note }];
}

async function tokenFigures(book: Book): Promise<readonly Figure[]> {
  const spent = await inWorlds(book, talks, spentOn);
  const mean = (of: (one: Spent) => number): number => spent.reduce((sum, one) => sum + of(one), 0) / spent.length;
  const size = `${mean(({ messages }) => messages).toFixed(1)} messages with ${mean(({ calls }) => calls).toFixed(1)} calls`;
  const note = `mean of ${spent.length} scripted conversations of ${size}; all that is sent, instructions and tools with each call, and all that comes back, estimated at four characters a token`;
  return [{ name: 'tokens of a conversation', value: mean(({ tokens }) => tokens), unit: 'tokens', note }];
}

/** Of English; the server that plays the model counts so too, but leaves the tools out. */
const charactersPerToken = 4;

interface Spent {
  readonly messages: number;
  readonly calls: number;
  readonly tokens: number;
}

async function spentOn(world: World, talk: readonly Exchange[]): Promise<Spent> {
  const stage = await openShopper(world, true);
  world.anew({});
  const before = world.server.requests().length;
  for (const { asks, model } of talk) {
    world.server.serve(...(model.length > 0 ? model : [says('How can I help you?')]));
    await stage.say({ type: 'text', text: asks });
  }
  await stage.close();
  const calls = await world.store.find('model-call', { where: { conversation: stage.conversation }, limit: 100 });
  const answers = calls.map((call) => modelCallOf(call).answer);
  const sent = world.server.requests().slice(before);
  const tokens = [...sent, ...answers].reduce((sum, one) => sum + JSON.stringify(one).length / charactersPerToken, 0);
  return { messages: talk.length, calls: calls.length, tokens };
}

async function needlessFigures(book: Book): Promise<readonly Figure[]> {
  const serves = [says('How can I help you?')];
  const asked = await inWorlds(book, sureMessages, async (world, asks) => (await play(world, { asks, serves })).asked);
  const calls = asked.reduce((sum, one) => sum + one, 0);
  const missed = sureMessages.filter((_, index) => (asked[index] ?? 0) > 0);
  const note = [`over ${sureMessages.length} messages`, ...missed].join('; ');
  const aim = { atMost: 0 };
  return [{ name: 'model calls where a flow or a page is sure', value: calls, unit: 'count', aim, note }];
}
