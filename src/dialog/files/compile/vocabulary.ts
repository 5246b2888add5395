import type { CheckContext, Condition, Expression, Fact, Phrase } from '../../book.ts';
import { compileCondition } from '../../templates/condition.ts';
import { compileExpression } from '../../templates/expression.ts';
import { inspectCondition, inspectText } from '../../templates/inspect.ts';
import { compilePhrase } from '../../templates/phrase.ts';
import { createTemplates, type Templates } from '../../templates/templates.ts';
import type { Text, Value } from '../place.ts';
import type { Messages } from '../read-messages.ts';

/** Turns the words of a file into what runs. The same text is compiled once, however often the flows say it. */
export interface Vocabulary {
  readonly templates: Templates;
  phrase(text: string): Phrase;
  expression(value: Value['value']): Expression;
  condition(text: string): Condition;
  /** Facts that these texts, or their translations, mention. */
  needs(texts: readonly Text[], condition: Text | null): readonly Fact[];
}

export function createVocabulary(messages: Messages, context: CheckContext): Vocabulary {
  const templates = createTemplates(context.shop);
  const phrases = new Map<string, Phrase>();
  return {
    templates,
    phrase(text) {
      const phrase = phrases.get(text) ?? compilePhrase(text, messages.of(text), templates);
      phrases.set(text, phrase);
      return phrase;
    },
    expression: (value) => compileExpression(value, templates),
    condition: (text) => compileCondition(text, templates),
    needs(texts, condition) {
      const sources = texts.flatMap((text) => [text.value, ...messages.of(text.value).values()]);
      const inspected = sources.map((source) => inspectText(source, templates));
      if (condition) inspected.push(inspectCondition(condition.value, templates));
      const roots = new Set(inspected.flatMap(({ uses }) => uses.map((use) => use.path[0])));
      return (['customer', 'cart'] as const).filter((fact) => roots.has(fact));
    },
  };
}
