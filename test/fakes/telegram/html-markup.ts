import type { MessageEntity } from 'grammy/types';
import { badRequest } from './api-error.ts';
import type { FormattedText } from './clean-text.ts';

const kinds: Readonly<
  Record<string, 'bold' | 'italic' | 'strikethrough' | 'underline' | 'spoiler' | 'pre' | 'code' | 'blockquote' | 'a'>
> = {
  ...{
    b: 'bold',
    strong: 'bold',
    i: 'italic',
    em: 'italic',
    s: 'strikethrough',
    strike: 'strikethrough',
    del: 'strikethrough',
  },
  ...{
    u: 'underline',
    ins: 'underline',
    'tg-spoiler': 'spoiler',
    pre: 'pre',
    code: 'code',
    blockquote: 'blockquote',
    a: 'a',
  },
};

interface Open {
  readonly tag: string;
  readonly href: string | null;
  readonly from: number;
}

/** Telegram's HTML style (https://core.telegram.org/bots/api#html-style): what it refuses is refused with its words. */
export function parseHtml(html: string): FormattedText {
  const open: Open[] = [];
  const entities: MessageEntity[] = [];
  let text = '';
  let from = 0;
  for (const match of html.matchAll(/<[^>]*>?|&(?:lt|gt|amp|quot|#\d{1,7}|#x[0-9a-f]{1,6});?/giu)) {
    text += html.slice(from, match.index);
    from = match.index + match[0].length;
    if (match[0].startsWith('&')) text += decode(match[0]);
    else readTag({ tag: match[0], at: byteOffset(html, match.index), open, entities, text });
  }
  const left = open.at(-1);
  if (left) throw unparsed(`Can't find end tag corresponding to start tag "${left.tag}"`);
  return { text: text + html.slice(from), entities: inOrder(entities) };
}

interface Reading {
  readonly tag: string;
  readonly at: number;
  readonly open: Open[];
  readonly entities: MessageEntity[];
  readonly text: string;
}

function readTag(reading: Reading): void {
  const { tag, at } = reading;
  if (tag.startsWith('</')) return close(reading);
  if (!tag.endsWith('>')) throw unparsed(`Unclosed start tag at byte offset ${at}`);
  const [, name = '', attributes = ''] = /^<([^\s>]*)([\s\S]*)>$/u.exec(tag) ?? [];
  if (!(name.toLowerCase() in kinds)) {
    throw unparsed(`Unsupported start tag "${name.toLowerCase()}" at byte offset ${at}`);
  }
  reading.open.push({ tag: name.toLowerCase(), href: hrefOf(attributes, name, at), from: reading.text.length });
}

function hrefOf(attributes: string, name: string, at: number): string | null {
  let href: string | null = null;
  const rest = attributes.replace(
    /\s+([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([\w.-]*))/gu,
    (_all, key, double, single, bare) => {
      if (key === 'href') href = unescapeHtml(double ?? single ?? bare);
      return '';
    },
  );
  if (rest.trim() !== '') {
    throw unparsed(`Expected equal sign in declaration of an attribute of the tag "${name}" at byte offset ${at}`);
  }
  return href;
}

function close({ tag, at, open, entities, text }: Reading): void {
  if (!tag.endsWith('>')) throw unparsed(`Unclosed end tag at byte offset ${at}`);
  const started = open.pop();
  if (!started) throw unparsed(`Unexpected end tag at byte offset ${at}`);
  const name = tag.slice(2, -1).trim().toLowerCase();
  if (name !== '' && name !== started.tag) {
    throw unparsed(`Unmatched end tag at byte offset ${at}, expected "</${started.tag}>", found "</${name}>"`);
  }
  const length = text.length - started.from;
  const entity =
    length > 0 ? entityOf(started, { offset: started.from, length, words: text.slice(started.from) }) : null;
  if (entity) entities.push(entity);
}

function entityOf(
  { tag, href }: Open,
  { offset, length, words }: { offset: number; length: number; words: string },
): MessageEntity | null {
  const type = kinds[tag];
  if (type === undefined) return null;
  if (type !== 'a') return { type, offset, length };
  const url = href || words;
  return isLink(url) ? { type: 'text_link', offset, length, url } : null;
}

/** What is no link loses its address without a word. */
function isLink(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  if (protocol === 'tg:' || protocol === 'ton:') return true;
  return (protocol === 'http:' || protocol === 'https:') && hostname.includes('.');
}

function decode(reference: string): string {
  const name = reference.replace(/^&|;$/gu, '').toLowerCase();
  const named = { lt: '<', gt: '>', amp: '&', quot: '"' }[name];
  if (named !== undefined) return named;
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code < 0x10ffff ? String.fromCodePoint(code) : reference;
}

function unescapeHtml(text: string): string {
  return text.replace(/&(?:lt|gt|amp|quot|#\d{1,7}|#x[0-9a-f]{1,6});?/giu, decode);
}

function byteOffset(text: string, index: number): number {
  return Buffer.byteLength(text.slice(0, index));
}

function inOrder(entities: readonly MessageEntity[]): readonly MessageEntity[] {
  return [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
}

function unparsed(words: string) {
  return badRequest(`can't parse entities: ${words}`);
}
