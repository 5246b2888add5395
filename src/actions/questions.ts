import { z } from 'zod';
import { isQuestion } from '../care/questions/is-question.ts';
import { askedAgain, questionBody, questionOf, questionWords } from '../care/questions/open-question.ts';
import { tellsOfPerson } from '../care/questions/redact.ts';
import type { ShopFacts } from '../dialog/book.ts';
import { longestReadable } from '../understanding/normalise.ts';
import { defineAction } from './action.ts';

const inputSchema = z.object({
  text: z.string().transform((text) => text.slice(0, longestReadable)),
  answering: z
    .boolean()
    .nullish()
    .describe('The shop had asked something: what tells of a person is an answer then, and is not written down.'),
});

export const questionsNote = defineAction({
  name: 'questions.note',
  about:
    'Write down for the merchant what no page answered, without e-mail and postal addresses, numbers, and names with which somebody introduces themselves. A text that asks nothing of the shop is not written down.',
  input: inputSchema,
  output: z.object({ noted: z.boolean().describe('It was a question, and is written down.') }),
  callers: ['flow'],
  async holds(said, { locale, shop }) {
    return asksShop(said, shop) ? [`question/${questionWords(said.text, { locale, country: shop.country }).id}`] : [];
  },
  async run(said, { store, stage, shop, locale, now }) {
    if (!asksShop(said, shop)) return { noted: false };
    const words = questionWords(said.text, { locale, country: shop.country });
    const stored = await store.get('question', words.id);
    const question = askedAgain(stored && questionOf(stored), { ...words, locale, now });
    stage({ kind: 'question', id: words.id, revision: stored?.revision ?? 0, body: questionBody(question) });
    return { noted: true };
  },
});

function asksShop({ text, answering }: z.output<typeof inputSchema>, { country }: ShopFacts): boolean {
  return isQuestion(text) && !(answering && tellsOfPerson(text, country));
}
