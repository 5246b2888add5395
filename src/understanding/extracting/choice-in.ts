import { choiceMeant } from '../slots/choice-meant.ts';
import { phraseKey } from '../wish/wish-word.ts';
import { type FoundWords, foundAt, type Mined } from './mined.ts';
import type { WantedSlot } from './wanted-slot.ts';

const mostWords = 5;

/** A label somewhere in the message: word by word, or by what it means ("medium" is M). Two labels are no choice. */
export function choiceIn(mined: Mined, { choices = [] }: WantedSlot): FoundWords | null {
  const found: (FoundWords & { readonly choice: string })[] = [];
  for (let from = 0; from < mined.words.length; from += 1) {
    for (let to = Math.min(mined.words.length, from + mostWords); to > from; to -= 1) {
      const choice = choiceAt(mined, { from, to }, choices);
      if (choice === null) continue;
      const words = foundAt(mined, mined.words[from]?.start ?? 0, mined.words[to - 1]?.end ?? 0);
      found.push({ ...words, choice });
      from = to - 1;
      break;
    }
  }
  const [first] = found;
  if (first === undefined || found.some(({ choice }) => choice !== first.choice)) return null;
  return { words: first.choice, start: first.start, end: first.end };
}

function choiceAt(
  mined: Mined,
  { from, to }: { readonly from: number; readonly to: number },
  choices: readonly string[],
) {
  const words = mined.words.slice(from, to).map((word) => word.text);
  const key = phraseKey(words);
  const [exact, other] = choices.filter((choice) => phraseKey(choice.toLowerCase().split(/\s+/u)) === key);
  if (exact !== undefined) return other === undefined ? exact : null;
  return words.length <= 2 && key.length > 1 ? choiceMeant(words.join(' '), choices) : null;
}
