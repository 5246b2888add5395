import { lexer, type Token, type Tokens, walkTokens } from 'marked';
import { plainInline } from './plain-inline.ts';

/** A piece of a page that stands by itself. */
export interface Block {
  /** From 1, of the text given. */
  readonly line: number;
  readonly content:
    | { readonly kind: 'heading'; readonly depth: number; readonly text: string }
    /** `leadsOn`: it ends in a colon, so that it says nothing without what follows. */
    | { readonly kind: 'text'; readonly text: string; readonly leadsOn: boolean }
    | { readonly kind: 'left-out' };
}

/** Headings, paragraphs, lists, tables, quotes and code as plain text, in their order. What HTML says is not read. */
export function readMarkdown(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let line = 1;
  for (const token of lexer(text)) {
    const leading = /^\s*/u.exec(token.raw)?.[0] ?? '';
    const content = contentOf(token);
    if (content !== null) blocks.push({ line: line + breaks(leading), content });
    const inside = content?.kind === 'left-out' ? -1 : htmlInside(token);
    if (inside >= 0) blocks.push({ line: line + inside, content: { kind: 'left-out' } });
    line += breaks(token.raw);
  }
  return blocks;
}

/** On which line of the token its first HTML stands; -1: nowhere. A comment and a break of a line lose nothing. */
function htmlInside(token: Token): number {
  let found: string | null = null;
  void walkTokens([token], (one) => {
    if (found === null && one.type === 'html' && !/^\s*<(?:!--|\/?br\b)/iu.test(one.raw)) found = one.raw.trim();
  });
  return found === null ? -1 : Math.max(0, breaks(token.raw.slice(0, Math.max(0, token.raw.indexOf(found)))));
}

function breaks(text: string): number {
  return text.split('\n').length - 1;
}

function contentOf(token: Token): Block['content'] | null {
  switch (token.type) {
    case 'heading':
      return {
        kind: 'heading',
        depth: (token as Tokens.Heading).depth,
        text: plainInline((token as Tokens.Heading).tokens).trim(),
      };
    case 'html':
      return /^\s*<!--/u.test(token.raw) ? null : { kind: 'left-out' };
    default:
      return said(blockText(token));
  }
}

function said(text: string): Block['content'] | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : { kind: 'text', text: trimmed, leadsOn: /[:：]$/u.test(trimmed) };
}

function blockText(token: Token): string {
  switch (token.type) {
    case 'list':
      return listText(token as Tokens.List);
    case 'table':
      return tableText(token as Tokens.Table);
    case 'code':
      return (token as Tokens.Code).text;
    case 'blockquote':
    case 'list_item':
      return (token as Tokens.Blockquote).tokens
        .map(blockText)
        .filter((text) => text !== '')
        .join('\n');
    case 'paragraph':
    case 'text':
      return plainInline('tokens' in token && token.tokens ? token.tokens : [token]);
    case 'heading':
      return plainInline((token as Tokens.Heading).tokens);
    default:
      return '';
  }
}

function listText({ items, ordered, start }: Tokens.List): string {
  const first = typeof start === 'number' ? start : 1;
  const marked = items.map((item, index) => `${ordered ? `${first + index}.` : '•'} ${indented(blockText(item))}`);
  return marked.join('\n');
}

function indented(text: string): string {
  return text.replaceAll('\n', '\n  ');
}

/** On a phone a row reads better as a line with its columns' names than as columns. */
function tableText({ header, rows }: Tokens.Table): string {
  const names = header.map((cell) => plainInline(cell.tokens).trim());
  return rows
    .map(
      (row) =>
        `• ${rowText(
          names,
          row.map((cell) => plainInline(cell.tokens).trim()),
        )}`,
    )
    .join('\n');
}

function rowText(names: readonly string[], [first = '', ...others]: readonly string[]): string {
  const rest = others.map((cell, index) => (names[index + 1] ? `${names[index + 1]} ${cell}` : cell));
  return rest.length === 0 ? first : `${first}: ${rest.join(', ')}`;
}
