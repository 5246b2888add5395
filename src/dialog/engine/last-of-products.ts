import type { Reply } from '../../channel/replies.ts';
import { readReference } from '../../understanding/references.ts';
import type { Menu } from '../state.ts';
import { readStepChoice } from './choice-id.ts';
import { productOption } from './question.ts';

/** "show me the last one please". */
const longestPlace = 30;

/** "The last one" of a list of products is a product, and not what is offered below them. */
export function lastOfProducts({ choices }: Menu, text: string): Reply | null {
  if (text.length > longestPlace) return null;
  const products = choices.filter(({ id }) => readStepChoice(id)?.option.startsWith(productOption));
  if (products.length === 0 || products.length === choices.length) return null;
  const reference = readReference(text);
  const [place = 0, another] = typeof reference?.which === 'object' ? reference.which : [];
  const choice = place < 0 && another === undefined && reference?.words === '' ? products.at(place) : undefined;
  return choice === undefined ? null : { kind: 'picked', choice };
}
