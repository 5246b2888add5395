/** The shop's pages (delivery, returns, the shop itself), as a merchant writes them in Markdown: found by question, quoted as they stand. */
export interface Pages {
  /**
   * Passages that may answer, surest first; none where no page says anything of it. Pure. The question's own language comes first.
   */
  find(question: string, about?: AskedOf): readonly PageHit[];
}

export interface AskedOf {
  /** The shopper's language, for questions that are the same in two. */
  readonly locale?: string;
  /** How sure a passage has to be; `maybePage` when absent. */
  readonly least?: number;
}

export interface PageHit {
  readonly passage: Passage;
  /** 0 to 1: how likely it is that this passage answers the question. From `surePage` on it is said at once; below `maybePage` no page answers. */
  readonly confidence: number;
}

export interface Passage {
  /** The page's file name without its ending. */
  readonly page: string;
  /** The page's title and the headings above the passage. */
  readonly title: string;
  /** As the page has it, without Markdown's marks. */
  readonly text: string;
  /** Where the page can be read whole; `null` where it is nowhere on the web. */
  readonly link: string | null;
}

export const noPages: Pages = { find: () => [] };

export const surePage = 0.8;
export const maybePage = 0.5;
