import type { Money } from '../../catalog/money.ts';
import { advance } from './advance.ts';
import { sayWords } from './say.ts';
import type { Turn } from './turn.ts';

/** The platform has taken the money: says so where no flow will when the order goes on, and shows again what is asked. */
export function hearPaid(turn: Turn, { amount, currency }: Money): void {
  if (turn.book.news.has('order-paid')) return;
  sayWords(turn, 'paid', { total: { amount, currency } });
  advance(turn);
}
