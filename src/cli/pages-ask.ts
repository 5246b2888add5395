import type { Command } from 'commander';
import pc from 'picocolors';
import { loadPages } from '../care/pages/load-pages.ts';
import type { PageFile } from '../care/pages/page-file.ts';
import { maybePage, type PageHit, surePage } from '../understanding/pages.ts';
import type { PagesDeps } from './pages-deps.ts';

/** Also what no shopper would get, so that a merchant sees how near it is. */
const leastShown = 0.2;

/** `parley pages ask`: what the pages say to a question, and how sure Parley is that it answers. */
export function addPagesAsk(pages: Command, deps: PagesDeps): void {
  pages
    .command('ask')
    .description('what the pages say to a question, and how sure it is that it answers')
    .argument('<question...>', 'as a shopper would ask')
    .option('--locale <language>', 'the language that the shopper speaks')
    .option('--json', 'write the passages as JSON, for other programs')
    .action(async (words: readonly string[], options: { readonly locale?: string; readonly json?: boolean }) => {
      const files = await deps.readPages();
      const loaded = loadPages(files, deps.facts());
      if (loaded.pages === null) {
        deps.write('The pages have mistakes: "parley pages check" tells them.\n');
        return deps.fail();
      }
      const { locale = deps.facts().locale } = options;
      const hits = loaded.pages.find(words.join(' '), { locale, least: leastShown });
      const nearest = nearestFile(hits, { files, locale });
      deps.write(
        options.json
          ? `${JSON.stringify({ passages: hits }, null, 2)}\n`
          : screen(hits, { nearest, coloured: deps.isTerminal }),
      );
    });
}

interface Among {
  readonly files: readonly PageFile[];
  readonly locale: string;
}

/** The page of the best passage, in the shopper's language where it is written in that too. */
function nearestFile([best]: readonly PageHit[], { files, locale }: Among): string | null {
  const [language] = locale.split('-');
  const alike = files.filter(({ page }) => page === best?.passage.page);
  const own = alike.find(({ folder }) => folder === locale) ?? alike.find(({ folder }) => folder === language);
  return (own ?? alike.find(({ folder }) => folder === null) ?? alike[0])?.path ?? null;
}

interface Screen {
  readonly nearest: string | null;
  readonly coloured: boolean;
}

function screen(hits: readonly PageHit[], { nearest, coloured }: Screen): string {
  const [best] = hits;
  if (!best) return 'No page says anything of it.\n';
  const advice = best.confidence >= maybePage || nearest === null ? '' : mend(nearest);
  return `${hits.map((hit) => entry(hit, coloured)).join('\n')}\n${verdict(best)}\n${advice}`;
}

function mend(nearest: string): string {
  return `Does ${nearest} answer it? Put the question under "questions:" there; else write a page.\n`;
}

function entry({ passage, confidence }: PageHit, coloured: boolean): string {
  const { bold, dim } = pc.createColors(coloured);
  const link = passage.link === null ? '' : `  ${dim(passage.link)}\n`;
  const text = passage.text.replaceAll('\n', '\n  ');
  return `${confidence.toFixed(2)}  ${bold(passage.title)}  ${dim(`${passage.page}.md`)}\n  ${text}\n${link}`;
}

function verdict({ confidence }: PageHit): string {
  if (confidence >= surePage) return 'A shopper gets the first of them.';
  if (confidence >= maybePage) return 'The first may answer: a shopper gets it where no flow fits better.';
  return 'No page answers that: it is searched for, and written down when it is a question.';
}
