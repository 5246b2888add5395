import { comparable } from '../replying/comparable.ts';
import type { RichText } from '../rich-text.ts';
import type { Menu } from './item.ts';
import { areDistinct } from './labels.ts';
import { lines } from './text.ts';

/** How a line of a menu begins. */
export type Enumerate = (index: number) => string;

/**
 * Numbers from `first` on. Where a label is itself the number of another line (sizes 1, 2, 3 in another order), numbers would
 * have two meanings: then dots, and the labels are the answers, unless two are equal and only numbers tell them apart.
 */
export function enumeration({ items, first }: Menu): Enumerate {
  const misleading = items.some(({ label }, index) => {
    const number = numberIn(label);
    return number >= first && number < first + items.length && number !== first + index;
  });
  return misleading && areDistinct(items.map(({ label }) => label)) ? () => '• ' : (index) => `${first + index}. `;
}

function numberIn(label: string): number {
  const sign = label.charCodeAt(0);
  const mayBeNumber = sign < 0x3a || sign > 0x7a;
  return mayBeNumber ? Number(comparable(label).key || Number.NaN) : Number.NaN;
}

/** The menu's items in full up to this one, a line each; without those that were told before. */
export function numberedLines(menu: Menu, end: number): RichText {
  const enumerate = enumeration(menu);
  const told = menu.told ?? 0;
  return lines(menu.items.slice(told, end).map((item, index) => [enumerate(told + index), ...item.line()]));
}
