import { z } from 'zod';
import { longestReadable } from '../understanding/normalise.ts';
import { defineAction } from './action.ts';

const passageSchema = z.object({
  title: z.string().describe('The page’s title and the headings above the passage.'),
  text: z.string().describe('As the page has it.'),
  link: z.string().nullable().describe('Where the page can be read whole.'),
  page: z.string(),
  confidence: z.number().min(0).max(1).describe('How likely it is that it answers: from 0.8 on surely, below 0.5 not.'),
});

/** Whoever asks reads the passages themselves: one that a shopper would not be told at once may still answer. */
const leastTold = 0.3;

export const pagesFind = defineAction({
  name: 'pages.find',
  about: 'What the shop’s own pages (delivery, returns, payment, the shop itself) say to a question, surest first.',
  input: z.object({ question: z.string().max(longestReadable) }),
  output: z.object({ passages: z.array(passageSchema).describe('Empty where no page says anything of it.') }),
  callers: ['flow', 'assistant'],
  reads: true,
  async run({ question }, { pages, locale }) {
    const hits = pages?.find(question, { locale, least: leastTold }) ?? [];
    return { passages: hits.map(({ passage, confidence }) => ({ ...passage, confidence: rounded(confidence) })) };
  },
});

function rounded(confidence: number): number {
  return Math.round(confidence * 1000) / 1000;
}
