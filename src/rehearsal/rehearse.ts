import type { ChannelId } from '../channel/ids.ts';
import type { InboundContent } from '../channel/inbound.ts';
import { answerables, type Choice, type Message } from '../channel/message.ts';
import { pressables, type RenderedPart } from '../channel/rendered-part.ts';
import { plainText } from '../channel/rich-text.ts';
import type { ParcelMove } from './bring-order.ts';
import type { ConversationTest, Line } from './conversation-test.ts';
import { matches, visibleText } from './match.ts';
import { placeGiven } from './place-given.ts';
import { createScript, type Script } from './script.ts';
import { type Heard, openStage, type RehearsalWorld, type Stage } from './stage.ts';

/** Where a conversation went otherwise. */
export interface Failure {
  readonly line: number;
  readonly expected: string;
  readonly actual: string;
}

/** Plays one test on one channel: `null` when it went as written. What was given is taken away again. */
export async function rehearse(
  world: RehearsalWorld,
  test: ConversationTest,
  channel: ChannelId,
): Promise<Failure | null> {
  const peer = `${test.file}/${test.title}/${rehearsals++}`;
  const script = createScript();
  const { startsAt, locale } = test;
  const assistant = test.talk.some(({ does }) => does === 'assistant');
  const stage = await openStage(world, { channel, peer, startsAt, locale, assistant, scripted: script.outcome });
  const takeAway = await placeGiven(world.store, test.given, stage.conversation);
  try {
    return await play({ stage, test, script, locale: locale ?? world.book.shop.locale, heard: nothing, offered: [] });
  } finally {
    await stage.close();
    await takeAway();
  }
}

/** Shoppers of one process must not meet. */
let rehearsals = Date.now();

const nothing: Heard = { messages: [], parts: [] };

interface Play {
  readonly stage: Stage;
  readonly test: ConversationTest;
  readonly script: Script;
  readonly locale: string;
  heard: Heard;
  /** What the last messages with choices offered. */
  offered: readonly Offered[];
}

interface Offered {
  readonly choice: Choice;
  readonly number: number;
  readonly parts: readonly RenderedPart[];
}

async function play(play: Play): Promise<Failure | null> {
  const { talk } = play.test;
  for (const [index, line] of talk.entries()) {
    const failure = line.does === 'parley' ? expectText(play, sayings(talk, index)) : await playLine(play, line);
    if (failure) return failure;
  }
  return null;
}

/** Parley lines that follow each other are one answer; only the first of them is compared. */
function sayings(talk: readonly Line[], index: number): readonly (Line & { does: 'parley' })[] {
  if (talk[index - 1]?.does === 'parley') return [];
  const rest = talk.slice(index);
  const end = rest.findIndex((line) => line.does !== 'parley');
  return (end < 0 ? rest : rest.slice(0, end)).flatMap((line) => (line.does === 'parley' ? line : []));
}

async function playLine(play: Play, line: Exclude<Line, { does: 'parley' }>): Promise<Failure | null> {
  const { stage, script } = play;
  switch (line.does) {
    case 'shopper':
      return listen(play, () => stage.say({ type: 'text', text: line.text }));
    case 'opens':
      return listen(play, () =>
        stage.say(line.payload === null ? { type: 'opened' } : { type: 'opened', payload: line.payload }),
      );
    case 'presses':
      return press(play, line.line, line.label);
    case 'offers':
      return expectOffers(play, line.line, line.labels);
    case 'wait':
      return listen(play, () => stage.wait(line.ms));
    case 'again':
      return listen(play, () => stage.again());
    case 'restart':
      await stage.restart();
      return null;
    case 'desk':
      return listen(play, () => stage.desk(line.move));
    case 'parcel':
      return moveParcel(play, line.line, line.move);
    case 'assistant':
      script.assistantAnswers(line.answers);
      return null;
    case 'fails':
      script.fails(line.action);
      return null;
  }
}

async function moveParcel(play: Play, line: number, move: ParcelMove): Promise<Failure | null> {
  let hasMoved = false;
  await listen(play, async () => {
    hasMoved = await play.stage.parcel(move);
  });
  return hasMoved ? null : { line, expected: `an order that can be ${move}`, actual: '' };
}

async function listen(play: Play, act: () => Promise<void>): Promise<null> {
  await act();
  play.script.clear();
  play.heard = await play.stage.heard();
  const offered = play.heard.messages.flatMap((message) => offeredBy(message, play.heard.parts));
  if (offered.length > 0) play.offered = offered;
  return null;
}

function offeredBy(message: Message, parts: readonly RenderedPart[]): Offered[] {
  const first = 'firstNumber' in message ? (message.firstNumber ?? 1) : 1;
  return answerables(message).map((choice, index) => ({ choice, number: first + index, parts }));
}

function expectText(play: Play, lines: readonly (Line & { does: 'parley' })[]): Failure | null {
  const [first] = lines;
  if (!first) return null;
  const expected = lines.map(({ text }) => text).join('\n');
  const actual = play.heard.messages.map((message) => visibleText(message, play.locale)).join('\n');
  return matches(expected, actual) ? null : { line: first.line, expected, actual };
}

function expectOffers(play: Play, line: number, labels: readonly string[]): Failure | null {
  const actual = play.offered.map(({ choice }) => choice.label);
  const missing = labels.filter((label) => !actual.some((shown) => matches(label, shown)));
  return missing.length === 0 ? null : { line, expected: `offered: ${labels.join(' | ')}`, actual: actual.join(' | ') };
}

async function press(play: Play, line: number, label: string): Promise<Failure | null> {
  const found = play.offered.find(({ choice }) => matches(label, choice.label));
  if (!found) {
    const actual = play.offered.map(({ choice }) => choice.label).join(' | ');
    return { line, expected: `something to press called "${label}"`, actual };
  }
  const content = pressOf(found);
  if (!content) return { line, expected: `"${label}" to be seen on this channel`, actual: partsText(found.parts) };
  return listen(play, () => play.stage.say(content));
}

/** What the shopper does on this channel to pick it: press it, or type its number; `null` when it cannot be seen. */
function pressOf({ choice, number, parts }: Offered): InboundContent | null {
  const pressable = parts.flatMap(pressables).some(({ id }) => id === choice.id);
  if (pressable) return { type: 'choice', id: choice.id };
  return partsText(parts).includes(`${number}`) ? { type: 'text', text: `${number}` } : null;
}

function partsText(parts: readonly RenderedPart[]): string {
  return parts.map((part) => plainText(part.type === 'image' ? part.caption : part.text)).join('\n');
}
