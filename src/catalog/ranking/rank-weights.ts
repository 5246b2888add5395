/** What counts in the order of what was found. Tuned together, by graded queries: docs/decisions/0031-search-ranking.md. */
export interface RankWeights {
  /** How much a word counts that is found in the title. */
  readonly title: number;
  readonly brand: number;
  /** In the categories: what kind of thing it is. */
  readonly kind: number;
  /** In tags, attributes, options and article numbers. */
  readonly facts: number;
  /** In the beginning of the description. */
  readonly about: number;
  /** As much as a word must be found to count half of the most it can. */
  readonly saturation: number;
  /** 0: a long text costs nothing; 1: a word in a text of twice the usual length counts half. */
  readonly length: number;
  /** The share of the wishes that are met, to this power, times the rest. */
  readonly coverage: number;
  /** More for words that stand beside each other in the title as they do in the query. */
  readonly phrase: number;
  /** What is left of the score of something that goes with what was asked for: a notebook case for "notebook". */
  readonly accessory: number;
  /** What is left of the score of what has the thing asked for in its description or facts alone: a teapot that goes well with a mug. */
  readonly mentioned: number;
}

export const rankWeights: RankWeights = {
  title: 3,
  brand: 2,
  kind: 2,
  facts: 1,
  about: 1,
  saturation: 1.2,
  length: 0.4,
  coverage: 1.5,
  phrase: 0.4,
  accessory: 0.5,
  mentioned: 0.5,
};
