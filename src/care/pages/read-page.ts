import type { Mistake } from '../../dialog/book.ts';
import { didYouMean } from '../../dialog/files/fields.ts';
import type { WrittenPassage } from '../../understanding/pages/written-passage.ts';
import { giveQuestions } from './give-questions.ts';
import type { PageFile } from './page-file.ts';
import { pageLimits } from './page-limits.ts';
import { type PageMistakeCode, type PageMistakeWords, pageMistake } from './page-mistakes.ts';
import { type PlacedPassage, passagesOf } from './passages-of.ts';
import { type PageHead, readHead } from './read-head.ts';
import { type Block, readMarkdown } from './read-markdown.ts';
import { splitHead } from './split-head.ts';

export interface ReadPage {
  readonly passages: readonly WrittenPassage[];
  readonly mistakes: readonly Mistake[];
}

type Tell = (code: PageMistakeCode, line: number, words: PageMistakeWords & { readonly column?: number }) => void;

/** One page of the shop in its passages: a heading, and below it each paragraph or list. */
export function readPage(file: PageFile, locale: string): ReadPage {
  const told: Mistake[] = [];
  const tell: Tell = (code, line, { column = 1, ...words }) =>
    void told.push(pageMistake(code, { file: file.path, line, column }, words));
  const text = file.text.replace(/^\ufeff/u, '').replaceAll('\r\n', '\n');
  if (text.length > pageLimits.page) {
    tell('page-too-long', text.slice(0, pageLimits.page).split('\n').length, tooLong(text.length));
    return { passages: [], mistakes: told };
  }
  const { head: headText, body, bodyLine, isUnclosed } = splitHead(text);
  if (isUnclosed) tell('unclosed-head', 1, unclosed);
  const { head, mistakes } = readHead(file.path, headText ?? '');
  const blocks = readMarkdown(body).map((block) => ({ ...block, line: block.line + bodyLine - 1 }));
  const title = head.title ?? firstTitle(blocks);
  if (title === null && !isUnclosed) tell('no-title', 1, untitled);
  checkHead(head, tell);
  const written = passagesOf(blocks, { file, locale, title: title ?? file.page, head });
  checkBlocks(blocks, written, tell);
  const passages = giveQuestions(written, head.questions);
  checkHeadings(head, written, tell);
  return { passages, mistakes: [...mistakes, ...told] };
}

const unclosed = { message: 'The top of the page begins with --- and never ends.', hint: 'Put a line --- below it.' };
const untitled = {
  message: 'The page has no title.',
  hint: 'Begin with a heading, "# Delivery", or put "title: Delivery" at the top.',
};
const leftOut = {
  message: 'HTML is not read: its marks are left out, and so is all that a block of it says.',
  hint: 'Write it as Markdown.',
};
const empty = { message: 'The page says nothing below its title.', hint: null };

function tooLong(length: number): PageMistakeWords {
  return {
    message: `The page has ${length} characters, ${pageLimits.page} are the most.`,
    hint: 'Divide it into pages of one matter each.',
  };
}

function firstTitle(blocks: readonly Block[]): string | null {
  const [first] = blocks.flatMap(({ content }) =>
    content.kind === 'heading' && content.depth === 1 ? [content.text] : [],
  );
  return first ?? null;
}

function checkHead({ link, questions }: PageHead, tell: Tell): void {
  if (link && !isAddress(link.text)) {
    const message = `"${link.text}" is no address of a page.`;
    tell('bad-link', link.line, { column: link.column, message, hint: 'It begins with https://.' });
  }
  for (const { text, line, column } of questions.filter((one) => one.text.length > pageLimits.question)) {
    const message = `This question has ${text.length} characters, ${pageLimits.question} are the most.`;
    tell('question-too-long', line, { column, message, hint: 'Write it as shoppers do: short.' });
  }
}

function isAddress(text: string): boolean {
  return /^https?:\/\//u.test(text) && URL.canParse(text);
}

function checkBlocks(blocks: readonly Block[], passages: readonly PlacedPassage[], tell: Tell): void {
  for (const { line } of blocks.filter(({ content }) => content.kind === 'left-out'))
    tell('html-left-out', line, leftOut);
  for (const { line, text } of passages.filter((one) => one.text.length > pageLimits.passage)) {
    const message = `This has ${text.length} characters: a phone shows it up to the last sentence before ${pageLimits.passage}.`;
    tell('long-passage', line, { message, hint: 'Divide it into paragraphs, each with a heading of its own.' });
  }
  if (passages.length === 0) tell('nothing-said', 1, empty);
}

function checkHeadings({ questions }: PageHead, passages: readonly PlacedPassage[], tell: Tell): void {
  const headings = [...new Set(passages.map(({ heading }) => heading))];
  const told = new Set<string>();
  for (const { heading, line, column } of questions) {
    if (heading === null || headings.includes(heading) || told.has(heading)) continue;
    told.add(heading);
    const message = `There is no heading "${heading}" with words below it.`;
    tell('unknown-heading', line, { column, message, hint: didYouMean(heading, headings) });
  }
}
