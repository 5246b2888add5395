/** The shop's pages (delivery, returns, the shop itself), as a merchant writes them in Markdown: found by question, quoted as they stand. */
export interface Pages {
  /** Passages that may answer, surest first; none where no page says anything of it. Pure. */
  find(question: string): readonly PageHit[];
}

export interface PageHit {
  readonly passage: Passage;
  /** 0 to 1: how likely it is that this passage answers the question. */
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
