import type { ActionContext } from '../actions/action.ts';
import type { ActionRegistry } from '../actions/registry.ts';
import type { TimeLimit } from '../actions/time-limit.ts';
import type { Synonyms } from '../catalog/synonyms.ts';
import type { Book } from '../dialog/book.ts';
import type { Asker, LanguageModel } from './language-model.ts';
import type { Memory } from './memory.ts';

export interface AssistantLimits {
  /** Times the model is asked for one message, tools and a second try among them. */
  readonly steps: number;
  /** For the whole of it. */
  readonly seconds: number;
  /** Read and written for one message, over all steps. */
  readonly tokens: number;
  /** Of one answer. */
  readonly answerTokens: number;
}

export const usualAssistantLimits: AssistantLimits = { steps: 5, seconds: 20, tokens: 40_000, answerTokens: 2_000 };

/** Tells the ledger that the text of a call was not shown, and the codes of the problems it had. Never rejects. */
export type NoteRefused = (asker: Pick<Asker, 'conversation' | 'key'>, codes: readonly string[]) => Promise<void>;

export interface AssistantParts {
  readonly model: LanguageModel;
  readonly registry: () => ActionRegistry;
  readonly book: () => Pick<Book, 'flows' | 'shop'>;
  readonly memory: (context: ActionContext) => Promise<Memory>;
  readonly limits: AssistantLimits;
  /** What else a word finds: what is said in the shopper's language of a catalogue in another. Colours are known without. */
  readonly synonyms?: () => Synonyms;
  /** Nobody keeps calls when absent. */
  readonly noteRefused?: NoteRefused;
  readonly timer?: TimeLimit['timer'];
}
