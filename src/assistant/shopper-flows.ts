import type { Book, Flow } from '../dialog/book.ts';

/** Flows that a shopper's own words may start, by id. */
export function shopperFlows({ flows }: Pick<Book, 'flows'>): readonly Flow[] {
  return [...flows.values()]
    .filter(({ triggers }) => triggers.some(({ kind }) => kind === 'example' || kind === 'word' || kind === 'pattern'))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** What a flow asks for. */
export function slotsOf({ steps }: Flow): readonly string[] {
  const slots = [...steps.values()].flatMap((step) => {
    return (step.kind === 'ask' || step.kind === 'choose') && step.slot !== null ? [step.slot] : [];
  });
  return [...new Set(slots)];
}
