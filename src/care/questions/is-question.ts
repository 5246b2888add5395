import { questionForm } from '../../understanding/pages/question-form.ts';
import { plainWords } from '../../understanding/pages/terms.ts';

const fewestWords = 2;
/** What is longer is a story, and mostly one about somebody. */
const mostWords = 40;

/** Whether a text asks something of the shop that a page could answer: in its form a question, and of nobody's own order or cart. */
export function isQuestion(text: string): boolean {
  const words = plainWords(text).length;
  if (words < fewestWords || words > mostWords) return false;
  const { asks, asksWhether, isMarked, wishes, own } = questionForm(text);
  return (asks || asksWhether || isMarked) && !wishes && !own;
}
