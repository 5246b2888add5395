import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Capabilities } from '../../src/channel/capabilities.ts';
import { type Degraded, degrade } from '../../src/channel/degrade.ts';
import { channelIds } from '../../src/channel/ids.ts';
import { capabilitiesOf } from '../../src/channel/limits/capabilities-of.ts';
import { answerables, type Message } from '../../src/channel/message.ts';
import { resolveReply } from '../../src/channel/replies.ts';
import { shownLabel } from '../../src/channel/shown-label.ts';
import * as arbitrary from './arbitraries.ts';
import { firstLost, refusals, type ShownChoice, shownChoices, wordsOwed } from './shown.ts';

interface Reached {
  readonly parts: Map<string, number>;
  readonly losses: Map<string, number>;
  readonly answers: Map<string, number>;
}

const count = (counts: Map<string, number>, what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);

function note(reached: Reached, { parts, losses }: Degraded): void {
  for (const { type } of parts) count(reached.parts, type);
  for (const { kind } of losses) count(reached.losses, kind);
}

function holds(message: Message, capabilities: Capabilities, reached: Reached): void {
  const shown = degrade(message, capabilities);
  note(reached, shown);
  expect(shown.parts.flatMap((part) => refusals(part, capabilities))).toEqual([]);
  expect(firstLost(wordsOwed(message), shown.parts)).toBeNull();
  expect(degrade(structuredClone(message), capabilities)).toEqual(shown);
  for (const each of shownChoices(message, shown.parts)) isAnswerable(each, message, reached);
}

function isAnswerable(shown: ShownChoice, message: Message, reached: Reached): void {
  const choices = answerables(message);
  const firstNumber = 'firstNumber' in message ? (message.firstNumber ?? 1) : 1;
  const answers = (said: string) => {
    const reply = resolveReply(said, { choices, firstNumber });
    return reply?.kind === 'unclear' ? reply.choices.map(({ id }) => id) : [reply?.choice.id];
  };
  const told = [shown.label, shown.number, shown.line].filter((way) => way !== null);
  expect(told, `no way to answer ${shown.choice.label}`).not.toEqual([]);
  if (shown.line !== null && !isShared(shown, message)) {
    count(reached.answers, 'line');
    expect(answers(shown.line)).toContain(shown.choice.id);
  }
  if (shown.label !== null && !(shown.label === shown.line && isShared(shown, message))) {
    count(reached.answers, 'label');
    expect(answers(shown.label)).toContain(shown.choice.id);
  }
  if (shown.number !== null && !isLabelOfAnother(shown, message)) {
    count(reached.answers, 'number');
    expect(answers(String(shown.number))).toEqual([shown.choice.id]);
  }
  count(reached.answers, 'id');
  expect(answers(shown.choice.id)).toContain(shown.choice.id);
}

/** Labels that the author made equal are told apart by their numbers, or by pressing. */
function isShared({ line }: ShownChoice, message: Message): boolean {
  const first = 'firstNumber' in message ? (message.firstNumber ?? 1) : 1;
  return answerables(message).filter(({ label }, index) => shownLabel(label, first + index) === line).length > 1;
}

function isLabelOfAnother({ number }: ShownChoice, message: Message): boolean {
  return answerables(message).some(({ label }) => label.replace(/\D/g, '') === String(number));
}

function expectReached(counts: ReadonlyMap<string, number>, kinds: readonly string[], least: number): void {
  for (const kind of kinds) expect(counts.get(kind) ?? 0, kind).toBeGreaterThanOrEqual(least);
}

const partTypes = ['text', 'buttons', 'list', 'cards', 'image', 'receipt', 'ask-location', 'ask-contact'];
const lossKinds = [
  'listed',
  'numbered',
  'shortened',
  'labels-numbered',
  'described-in-text',
  'split',
  'text-moved',
  'cards-flattened',
  'image-dropped',
  'markup-dropped',
  'receipt-flattened',
  'location-in-words',
  'contact-in-words',
  'invoice-in-words',
  'empty',
];
const newReached = (): Reached => ({ parts: new Map(), losses: new Map(), answers: new Map() });

test('on every channel each message keeps its words, its limits and its choices', { timeout: 60_000 }, () => {
  const reached = newReached();
  fc.assert(
    fc.property(arbitrary.message, fc.constantFrom(...channelIds), (message, channel) =>
      holds(message, capabilitiesOf[channel], reached),
    ),
    { numRuns: 1600 },
  );
  expectReached(reached.parts, partTypes, 8);
  expectReached(reached.losses, lossKinds, 4);
  expectReached(reached.answers, ['label', 'number', 'line', 'id'], 500);
});

test('on any channel that may come each message keeps its words, its limits and its choices', {
  timeout: 60_000,
}, () => {
  const reached = newReached();
  fc.assert(
    fc.property(arbitrary.message, arbitrary.capabilities, (message, capabilities) =>
      holds(message, capabilities, reached),
    ),
    { numRuns: 1600 },
  );
  expectReached(reached.parts, [...partTypes, 'invoice'], 8);
  expectReached(reached.losses, lossKinds, 4);
  expectReached(reached.answers, ['label', 'number', 'line', 'id'], 500);
});
