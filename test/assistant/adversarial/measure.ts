import type { Book } from '../../../src/dialog/book.ts';
import type { GoodCase } from './case.ts';
import { allKinds } from './cases/all-kinds.ts';
import { flat, uselessness, wrongsOf } from './oracle.ts';
import { play } from './play.ts';
import { inWorlds } from './run-cases.ts';

export interface Outcome {
  readonly kind: string;
  readonly asks: string;
  /** Times the model was asked; 0 where a flow or a page was sure, or where there is none. */
  readonly asked: number;
  readonly wrongs: readonly string[];
  readonly useless: readonly string[];
  readonly sent: readonly string[];
}

/** Every case of every kind; `assistant`: with a model that answers as the case says, or as a shop without one. */
export function playCases(book: Book, { assistant }: { readonly assistant: boolean }): Promise<readonly Outcome[]> {
  const all = allKinds.flatMap(({ kind, cases }) => cases.map((one) => ({ kind, one })));
  return inWorlds(book, all, async (world, { kind, one }) => {
    const played = await play(world, assistant ? one : { ...one, serves: null });
    const { asks, asked, sent } = played;
    return { kind, asks, asked, sent, wrongs: wrongsOf(played, one), useless: uselessness(played) };
  });
}

export interface GoodOutcome {
  readonly asks: string;
  readonly asked: number;
  /** The answer was read as it was meant. */
  readonly through: boolean;
  readonly useless: readonly string[];
  readonly sent: readonly string[];
}

export function playGoodCases(book: Book, cases: readonly GoodCase[]): Promise<readonly GoodOutcome[]> {
  return inWorlds(book, cases, async (world, one) => {
    const played = await play(world, one);
    const { asks, asked, sent } = played;
    return { asks, asked, sent, useless: uselessness(played), through: flat(sent.join(' ')).includes(flat(one.reads)) };
  });
}

export interface KindCount {
  readonly kind: string;
  readonly cases: number;
  readonly asked: number;
  readonly wrong: number;
  readonly useless: number;
}

export function countKinds(outcomes: readonly Outcome[]): readonly KindCount[] {
  return allKinds.map(({ kind }) => {
    const own = outcomes.filter((one) => one.kind === kind);
    return {
      kind,
      cases: own.length,
      asked: own.filter(({ asked }) => asked > 0).length,
      wrong: own.filter(({ wrongs }) => wrongs.length > 0).length,
      useless: own.filter(({ useless }) => useless.length > 0).length,
    };
  });
}
