/** The conversation that every subject of these benchmarks holds, turn by turn, and a piece of the answer that proves it took part. */
export interface Saying {
  readonly says: string;
  readonly hears: string;
}

export const talk: readonly Saying[] = [
  { says: 'hi', hears: 'What are you looking for?' },
  { says: 'something warm for the winter', hears: 'I found 3 products' },
  { says: 'the second one', hears: '$129.50' },
  { says: 'do you deliver on saturday?', hears: '$4.95' },
  { says: 'take it', hears: 'Which size' },
  { says: 'M', hears: 'Which colour?' },
  { says: 'red', hears: 'How many' },
  { says: 'two', hears: '2 × Harbour Parka, M, Red' },
  { says: 'no, blue', hears: '2 × Harbour Parka, M, Blue' },
  { says: 'yes, please', hears: '$259.00' },
  { says: '1', hears: '2 × Harbour Parka, M, Blue: $259.00' },
  { says: 'thanks', hears: 'You are welcome!' },
];

/** What a shopper says in turn `turn`, counted from 0, who begins anew whenever the talk is over. */
export function sayingOf(turn: number): Saying {
  return talk[turn % talk.length] ?? { says: '', hears: '' };
}
