import type { Token, Tokens } from 'marked';

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  euro: '€',
  pound: '£',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  copy: '©',
};

/** Words without Markdown's marks. An address that is not its own words is kept behind them, for a shopper may want to go there. */
export function plainInline(tokens: readonly Token[]): string {
  return tokens.map(plainToken).join('');
}

function plainToken(token: Token): string {
  switch (token.type) {
    case 'link':
      return plainLink(token as Tokens.Link);
    case 'image':
      return decoded((token as Tokens.Image).text);
    case 'br':
      return '\n';
    case 'html':
      return /^<br\b/iu.test(token.raw) ? '\n' : '';
    case 'codespan':
      return (token as Tokens.Codespan).text;
    default:
      return 'tokens' in token && token.tokens ? plainInline(token.tokens) : wordsIn(token);
  }
}

function wordsIn(token: Token): string {
  return 'text' in token && typeof token.text === 'string'
    ? decoded(token.text).replaceAll(/[ \t]*\n[ \t]*/gu, ' ')
    : '';
}

function plainLink({ href, tokens }: Tokens.Link): string {
  const words = plainInline(tokens);
  const address = href.replace(/^mailto:|^tel:/u, '');
  return words === address || !/^(?:https?:\/\/|mailto:|tel:)/u.test(href) ? words : `${words} (${address})`;
}

export function decoded(text: string): string {
  return text
    .replaceAll(/&([a-z]+);/giu, (whole, name: string) => entities[name.toLowerCase()] ?? whole)
    .replaceAll(/&#(x?)([\da-f]{1,6});/giu, (whole, hex: string, digits: string) =>
      character(whole, Number.parseInt(digits, hex ? 16 : 10)),
    );
}

function character(whole: string, code: number): string {
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
}
