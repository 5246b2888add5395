/** What was asked of it, once it was found to be in order. */
export type Asked =
  | {
      readonly kind: 'listen';
      readonly model: string;
      readonly name: string;
      readonly type: string;
      readonly bytes: number;
    }
  | {
      readonly kind: 'look';
      readonly model: string;
      readonly instruction: string;
      readonly words: string;
      readonly type: string;
      readonly bytes: number;
    };
