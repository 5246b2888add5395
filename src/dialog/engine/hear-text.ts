import type { Choice } from '../../channel/message.ts';
import { type Reply, resolveReply } from '../../channel/replies.ts';
import { isBareCallingOff } from '../../understanding/calling-off.ts';
import { readGlobalCommand } from '../../understanding/global-commands.ts';
import { type Passage, surePage } from '../../understanding/pages.ts';
import { asksForThing, isSentence } from '../../understanding/sentence.ts';
import { choiceMeant } from '../../understanding/slots/choice-meant.ts';
import { withoutSmallTalk } from '../../understanding/small-talk.ts';
import type { Match } from '../../understanding/trigger.ts';
import type { Ask, Choose } from '../book.ts';
import type { Menu } from '../state.ts';
import { advance } from './advance.ts';
import { agreedChoice } from './agreed-choice.ts';
import { isLookup } from './answer.ts';
import { askAssistant } from './ask-assistant.ts';
import { obey } from './commands.ts';
import { abandonFlow, interrupt, startWelcome } from './flows.ts';
import { askWhetherSearch, askWhich, follow, followAll, isLikely, isSure } from './follow.ts';
import { hearCorrection, hearLooseAnswer, hearWholeAnswer } from './hear-answer.ts';
import { hearChoice, isOpenChoice } from './hear-choice.ts';
import { askForLanguage, languageReply } from './hear-language.ts';
import { lastOfProducts } from './last-of-products.ts';
import { misunderstood, waitingStep } from './misunderstood.ts';
import { noticeLanguage } from './notice-language.ts';
import { noticeMood } from './notice-mood.ts';
import { unnumbered } from './options.ts';
import { askOwnAction, isFreelyAsked, takesAnyWords } from './own-reading.ts';
import { pointsPast } from './pointed-past.ts';
import { answersTo } from './question.ts';
import { severalWishes } from './several-wishes.ts';
import { isForeignYes, isShortAnswer } from './short-answer.ts';
import { lacksFacts, localeOf, type Turn } from './turn.ts';
import { keepMisunderstood, stayUnclear } from './unanswered.ts';

/**
 * How sure each way to understand a text is, where it fits at all. Flows and pages bring their own confidence; below `sure` it is scaled
 * by `unsure`, so that what was asked for goes before what might be meant instead.
 */
const confidence = {
  picked: 1,
  agreed: 0.99,
  command: 0.98,
  /** An answer that says nothing beside. */
  wholeAnswer: 0.97,
  /** What the question's own action reads. */
  ownReading: 0.965,
  /** "I changed my mind, cancel it": no command in so many words. */
  callingOff: 0.964,
  /** A flow in the very words it starts on. */
  exactFlow: 0.96,
  nearPick: 0.955,
  sureFlow: 0.95,
  /** A question that one of the shop's pages surely answers is no answer to a question of ours. */
  surePage: 0.945,
  nearLookup: 0.94,
  looseAnswer: 0.9,
  correction: 0.85,
  unclearPick: 0.75,
  unsure: 0.7,
  assistant: 0.5,
  /** Of a menu that nobody waits for any more. */
  oldPick: 0.2,
  anythingElse: 0,
} as const;

/** One way to understand a text. `hear` gives `false` where it does not hold after all; then nothing has happened. */
interface Hearing {
  readonly confidence: number;
  hear(): unknown;
}

/** What a text means: of all ways to understand it, the surest that holds. */
export function hearText(turn: Turn, raw: string): void {
  const text = raw.trim();
  const step = waitingStep(turn);
  if (step && lacksFacts(turn, step.needs, { type: 'text', text: raw, at: turn.event.at })) return;
  if (text === '') return hearNothing(turn);
  const said = { text, step, asksAction: true, asksAssistant: turn.book.assistant };
  const offered = offeredHearings(turn, said);
  // Most texts are picks and answers: nothing else is looked for then.
  if (hearSurest(offered.filter(isCertain))) return;
  const open = noticeLanguage(turn, text) ? offeredHearings(turn, said) : offered.filter((one) => !isCertain(one));
  noticeMood(turn, text);
  hearSurest([...open, ...otherHearings(turn, said)]);
}

/** The assistant was asked and had nothing to say. */
export function hearWithoutAssistant(turn: Turn, text: string): void {
  const said = { text, step: waitingStep(turn), asksAction: false, asksAssistant: false };
  hearSurest([...offeredHearings(turn, said), ...otherHearings(turn, said)].filter(isNoGuess));
}

/** The action of the question makes nothing of it. */
export function hearUnread(turn: Turn, text: string): void {
  const said = { text, step: waitingStep(turn), asksAction: false, asksAssistant: turn.book.assistant };
  const open = offeredHearings(turn, said).filter((one) => !isCertain(one));
  hearSurest([...open, ...otherHearings(turn, said)]);
}

function isCertain(hearing: Hearing): boolean {
  return hearing.confidence >= confidence.wholeAnswer;
}

/** What is less sure than the assistant was passed over for it: it comes now. */
function isNoGuess(hearing: Hearing): boolean {
  return hearing.confidence < confidence.assistant;
}

/** False: none of them holds. */
function hearSurest(hearings: readonly Hearing[]): boolean {
  const ranked = hearings.toSorted((one, other) => other.confidence - one.confidence);
  return ranked.some(({ hear }) => hear() !== false);
}

interface Said {
  readonly text: string;
  readonly step: Ask | Choose | null;
  /** False: the question's own action has been asked. */
  readonly asksAction: boolean;
  readonly asksAssistant: boolean;
}

/** What answers to what was asked or offered, and the words that work anywhere. */
function offeredHearings(turn: Turn, said: Said): readonly Hearing[] {
  const { step, text } = said;
  const whole = {
    confidence: confidence.wholeAnswer,
    hear: () => step?.kind === 'ask' && hearWholeAnswer(turn, step, text),
  };
  return [...replyHearings(turn, said), ...commandHearings(turn, said), whole];
}

function otherHearings(turn: Turn, said: Said): readonly Hearing[] {
  const matches = turn.book.matcher.match(said.text);
  return [
    ...answerHearings(turn, said, matches),
    ...severalHearings(turn, said, matches),
    ...flowHearings(turn, said, matches),
    ...pageHearings(turn, said, matches),
    ...assistantHearings(turn, said, matches),
    { confidence: confidence.anythingElse, hear: () => hearAnythingElse(turn, said.step, said.text) },
  ];
}

/** What was offered to be picked. */
function replyHearings(turn: Turn, { text, step }: Said): readonly Hearing[] {
  const reply = replyTo(turn, step, text);
  if (!reply) return [];
  if (!isOpen(turn, reply)) return reply.kind === 'picked' ? [picks(turn, reply.choice.id, confidence.oldPick)] : [];
  switch (reply.kind) {
    case 'picked':
      return [picks(turn, reply.choice.id, confidence.picked)];
    case 'near':
      return [picks(turn, reply.choice.id, isLookupAsk(step) ? confidence.nearLookup : confidence.nearPick)];
    case 'unclear':
      return [{ confidence: confidence.unclearPick, hear: () => askAmong(turn, reply.choices) }];
  }
}

function askAmong(turn: Turn, choices: readonly Choice[]): void {
  stayUnclear(turn, choices);
  askWhich(turn, choices);
}

function picks(turn: Turn, choice: string, sureness: number): Hearing {
  return { confidence: sureness, hear: () => hearChoice(turn, choice) };
}

function isLookupAsk(step: Ask | Choose | null): boolean {
  return step?.kind === 'ask' && isLookup(step);
}

function commandHearings(turn: Turn, { text }: Said): readonly Hearing[] {
  const agreed = agreedChoice(turn, text);
  const command = readGlobalCommand(text, localeOf(turn));
  const language = askForLanguage(turn, text);
  return [
    ...(agreed ? [picks(turn, agreed.id, confidence.agreed)] : []),
    ...(command ? [{ confidence: confidence.command, hear: () => obey(turn, command, text) }] : []),
    ...(isBareCallingOff(text) ? [{ confidence: confidence.callingOff, hear: () => obey(turn, 'cancel', text) }] : []),
    ...(language ? [{ confidence: confidence[language.as], hear: language.hear }] : []),
  ];
}

function answerHearings(turn: Turn, { text, step, asksAction }: Said, matches: readonly Match[]): readonly Hearing[] {
  const corrects = { confidence: confidence.correction, hear: () => hearCorrection(turn, step, text) };
  if (step && step.hears !== null && asksAction) {
    const sureness = isFreelyAsked(step) ? confidence.looseAnswer : confidence.ownReading;
    return [{ confidence: sureness, hear: () => askOwnAction(turn, step, text) }];
  }
  if (step?.kind !== 'ask' || (step.hears !== null && takesAnyWords(step))) return [corrects];
  return [
    {
      confidence: confidence.looseAnswer,
      hear: () => hearLooseAnswer(turn, step, { text, likely: isLikely(matches) }),
    },
    corrects,
  ];
}

/** An example in its very words is one wish, whatever its parts would mean. */
function severalHearings(turn: Turn, { text, step }: Said, [best]: readonly Match[]): readonly Hearing[] {
  const isWhole = best?.by === 'example' && best.confidence === 1;
  const several = isWhole ? null : severalWishes(turn, text);
  if (several === null) return [];
  const isPlain = step?.kind !== 'ask' || several.areSure;
  return [
    {
      confidence: isPlain ? confidence.exactFlow : confidence.unsure,
      hear: () => followAll(turn, several.starts),
    },
  ];
}

function flowHearings(turn: Turn, { text, step }: Said, matches: readonly Match[]): readonly Hearing[] {
  const [best] = matches;
  if (!best || isForeignYes(turn, step, { flow: best.flow, text })) return [];
  if (isGuess(turn, best)) return guessHearings(turn, text, matches);
  const certain = best.confidence === 1 ? confidence.exactFlow : confidence.sureFlow;
  const surely = isSure(matches) && !(best.by === 'pattern' && isShortAnswer(step, text));
  const sureness = surely ? certain : confidence.unsure * best.confidence;
  return [{ confidence: sureness, hear: () => follow(turn, text, matches) }];
}

/** Too little to go by, where the shop has a search that may do as well. */
function isGuess(turn: Turn, { confidence: sureness }: Match): boolean {
  return sureness < guessed && turn.book.moments.has('anything else');
}

const guessed = 0.75;

/** A few words that name a thing are searched for; of a sentence the shopper says what was meant. */
function guessHearings(turn: Turn, text: string, matches: readonly Match[]): readonly Hearing[] {
  const [best] = matches;
  if (!best || !isSentence(text)) return [];
  return [{ confidence: confidence.unsure * best.confidence, hear: () => askWhetherSearch(turn, text, matches) }];
}

function pageHearings(turn: Turn, { text }: Said, matches: readonly Match[]): readonly Hearing[] {
  const flow = turn.book.moments.get('a page answers');
  const [best] = flow === undefined ? [] : turn.book.pages.find(text, { locale: localeOf(turn) });
  if (flow === undefined || !best) return [];
  // A flow that fits better goes first, even where it has to ask which flow was meant.
  const isSurePage =
    best.confidence >= surePage && best.confidence >= (matches[0]?.confidence ?? 0) && !bringsValue(matches);
  // A thing's name may stand on a page too: the search has it.
  if (!isSurePage && !isSentence(text)) return [];
  const sureness = isSurePage ? confidence.surePage : confidence.unsure * best.confidence;
  return [{ confidence: sureness, hear: () => quote(turn, flow, { passage: best.passage, question: text }) }];
}

/** "Delivery to Nowhereland" for "delivery to {place}": what the flow can look up, no page says. */
function bringsValue(matches: readonly Match[]): boolean {
  return isLikely(matches) && Object.keys(matches[0]?.slots ?? {}).length > 0;
}

function quote(turn: Turn, flow: string, { passage, question }: { passage: Passage; question: string }): void {
  interrupt(turn, { flow, slots: { page: { ...passage }, question }, given: {} });
  advance(turn);
}

/** Where nothing is sure. A few words without a verb name a thing: the search has them at once, and for nothing. */
function assistantHearings(turn: Turn, { text, asksAssistant }: Said, matches: readonly Match[]): readonly Hearing[] {
  if (!asksAssistant || !isSentence(text)) return [];
  return [{ confidence: confidence.assistant, hear: () => askAssistant(turn, text, matches) }];
}

/** A command or a sure trigger means the same whatever was asked. */
export function standsAlone(turn: Turn, text: string): boolean {
  return readGlobalCommand(text.trim(), localeOf(turn)) !== null || isSure(turn.book.matcher.match(text));
}

/** Somebody who writes nothing at first is greeted. */
function hearNothing(turn: Turn): void {
  if (turn.number === 1 && startWelcome(turn)) return advance(turn);
  misunderstood(turn);
}

function replyTo(turn: Turn, step: Ask | Choose | null, text: string): Reply | null {
  if (!turn.menu || pointsPast(turn, turn.menu, text)) return null;
  const reply =
    lastOfProducts(turn.menu, text) ??
    resolveReply(text, turn.menu) ??
    languageReply(turn, turn.menu, text) ??
    meantReply(text, turn.menu);
  if (reply || !step || !turn.menu.asksWhich) return reply;
  return resolveReply(text, { choices: answersTo(turn, step), firstNumber: unnumbered });
}

/** "medium" at S, M, L. */
function meantReply(text: string, { choices }: Menu): Reply | null {
  const label = choiceMeant(
    text,
    choices.map((choice) => choice.label),
  );
  const choice = choices.find((one) => one.label === label);
  return choice ? { kind: 'near', choice } : null;
}

/** A menu that nobody waits for any more must not stand in the way of what its words mean now. */
function isOpen(turn: Turn, reply: Reply): boolean {
  const choices = reply.kind === 'unclear' ? reply.choices : [reply.choice];
  return choices.every(({ id }) => isOpenChoice(turn, id));
}

/** A `choose` without words of its own for it lets the shop's search have what it does not understand. */
function hearAnythingElse(turn: Turn, step: Ask | Choose | null, text: string): void {
  const { moments } = turn.book;
  const flow = moments.get('anything else') ?? (turn.number === 1 ? moments.get('first message') : undefined);
  const keeps = step !== null && (step.kind === 'ask' || step.sorry !== null);
  const wish = withoutSmallTalk(text) || text;
  if (flow === undefined || keeps || isOffTheMenu(turn, text) || !turn.book.flows.has(flow)) {
    if (!isMereAnger(turn, wish)) keepMisunderstood(turn, text);
    return misunderstood(turn);
  }
  if (isMereAnger(turn, wish)) return;
  if (step?.kind === 'choose') abandonFlow(turn);
  interrupt(turn, { flow, slots: { text: wish }, given: {} });
  advance(turn);
}

/** "You are useless!!!" is no wish: what is said to somebody who is upset comes at the end of the turn, and a search would mock them. */
function isMereAnger(turn: Turn, text: string): boolean {
  const isNew = turn.upset !== undefined && !turn.upset.answered;
  return isNew && turn.book.moments.has('the shopper is upset') && !asksForThing(text, localeOf(turn));
}

/** "7" of five: nobody searches for that. */
function isOffTheMenu(turn: Turn, text: string): boolean {
  return turn.menu !== null && /^\p{Nd}{1,3}[.)]?$/u.test(text);
}
