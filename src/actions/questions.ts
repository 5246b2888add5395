import { z } from 'zod';
import { isQuestion } from '../care/questions/is-question.ts';
import { askedAgain, questionBody, questionOf, questionWords } from '../care/questions/open-question.ts';
import { longestReadable } from '../understanding/normalise.ts';
import { defineAction } from './action.ts';

export const questionsNote = defineAction({
  name: 'questions.note',
  about:
    'Write down for the merchant what no page answered, without e-mail and postal addresses, numbers, and names with which somebody introduces themselves. A text that asks nothing of the shop is not written down.',
  input: z.object({ text: z.string().transform((text) => text.slice(0, longestReadable)) }),
  output: z.object({ noted: z.boolean().describe('It was a question, and is written down.') }),
  callers: ['flow'],
  async holds({ text }, { locale, shop }) {
    return isQuestion(text) ? [`question/${questionWords(text, { locale, country: shop.country }).id}`] : [];
  },
  async run({ text }, { store, stage, shop, locale, now }) {
    if (!isQuestion(text)) return { noted: false };
    const words = questionWords(text, { locale, country: shop.country });
    const stored = await store.get('question', words.id);
    const question = askedAgain(stored && questionOf(stored), { ...words, locale, now });
    stage({ kind: 'question', id: words.id, revision: stored?.revision ?? 0, body: questionBody(question) });
    return { noted: true };
  },
});
