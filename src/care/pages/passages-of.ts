import type { WrittenPassage } from '../../understanding/pages/written-passage.ts';
import type { PageFile } from './page-file.ts';
import type { PageHead } from './read-head.ts';
import type { Block } from './read-markdown.ts';

export type PlacedPassage = WrittenPassage & { readonly line: number };

export interface PageAround {
  readonly file: PageFile;
  readonly locale: string;
  readonly title: string;
  readonly head: PageHead;
}

interface Heading {
  readonly depth: number;
  readonly text: string;
}

interface Said {
  readonly text: string;
  readonly line: number;
  readonly above: readonly Heading[];
}

/** The page's passages in their order, each with the headings above it. */
export function passagesOf(blocks: readonly Block[], page: PageAround): readonly PlacedPassage[] {
  return saidIn(blocks).map(({ text, line, above }) => {
    const headings = above.map((heading) => heading.text).filter((heading) => heading !== page.title);
    return {
      page: page.file.page,
      title: [page.title, ...headings].join(' › '),
      heading: headings.at(-1) ?? page.title,
      text,
      link: page.head.link?.text ?? null,
      locale: page.locale,
      questions: [],
      also: page.head.also,
      line,
    };
  });
}

/** A text that leads on is said with what follows it; where a heading follows, by itself. */
function saidIn(blocks: readonly Block[]): readonly Said[] {
  const said: Said[] = [];
  let above: readonly Heading[] = [];
  let leadsOn = false;
  for (const { line, content } of blocks) {
    if (content.kind === 'left-out') continue;
    const lead: Said | undefined = leadsOn ? said.pop() : undefined;
    if (content.kind === 'heading') {
      if (lead) said.push(lead);
      above = [...above.filter(({ depth }) => depth < content.depth), content];
      leadsOn = false;
      continue;
    }
    said.push(lead ? { ...lead, text: `${lead.text}\n${content.text}` } : { text: content.text, line, above });
    leadsOn = content.leadsOn && !lead;
  }
  return said;
}
