import { type ReadAnswer, readAnswer } from './answer-shape.ts';
import type { AssistantAnswer } from './assistant.ts';
import type { AssistantParts } from './assistant-parts.ts';
import { heldCommands } from './check-commands.ts';
import { ground } from './grounding/ground.ts';
import { mends, type Problem } from './grounding/problem.ts';
import type { ModelAnswer } from './language-model.ts';
import type { Talk } from './talk.ts';

export type Judged = { readonly answer: AssistantAnswer } | Refused;

interface Refused {
  readonly again: string;
  readonly refused: string;
  /** Codes, for the merchant. */
  readonly problems: readonly string[];
}

/** The answer, once it holds; else what the model is told, and what the engine is, should it be no better again. */
export function judge(parts: AssistantParts, talk: Talk, { text }: ModelAnswer): Judged {
  const read = readAnswer(text);
  if (read === null)
    return {
      again: correction('your answer is not the JSON object that was asked for'),
      refused: 'unavailable',
      problems: ['not-json'],
    };
  const grounded = ground(read.text, talk.ground);
  if (!grounded.holds) {
    const problems = [...new Set(grounded.problems.map(({ code }) => code))];
    return { again: correction(reasons(grounded.problems)), refused: 'not-grounded', problems };
  }
  const answer = answerOf(parts, talk, { read, grounded });
  if (answer.text !== '' || answer.commands.length > 0) return { answer };
  return {
    again: correction('no command of yours is possible, and there is no text'),
    refused: 'not-grounded',
    problems: ['nothing-possible'],
  };
}

interface Checked {
  readonly read: ReadAnswer;
  readonly grounded: { readonly text: string; readonly products: readonly string[] };
}

/** More cards than this are a list, and the shop has flows for lists. */
const mostCards = 10;

function answerOf(parts: AssistantParts, { question, findings }: Talk, { read, grounded }: Checked): AssistantAnswer {
  const held = heldCommands(read.commands, { book: parts.book(), question });
  const commands = held.filter(({ command }) => command !== 'answer' || grounded.text !== '');
  const views = grounded.products.slice(0, mostCards).flatMap((handle) => findings.products.get(handle) ?? []);
  return { commands, text: grounded.text, products: views };
}

/** It goes to the model alone. */
function correction(reason: string): string {
  return JSON.stringify({ refused: reason, do: 'Answer again with the JSON object, without these mistakes.' });
}

function reasons(problems: readonly Problem[]): string {
  return problems
    .slice(0, 6)
    .map(({ code, words }) => `${JSON.stringify(words.slice(0, 120))}: ${mends[code]}`)
    .join('; ');
}
