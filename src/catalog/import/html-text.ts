const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  bull: '•',
  middot: '·',
  deg: '°',
  trade: '™',
  reg: '®',
  copy: '©',
  times: '×',
  euro: '€',
  pound: '£',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  eacute: 'é',
  egrave: 'è',
  aacute: 'á',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  ntilde: 'ñ',
  ccedil: 'ç',
  agrave: 'à',
  ecirc: 'ê',
  frac12: '½',
};

/** A shop's HTML as plain text: paragraphs and list items on lines of their own, markup and scripts gone. */
export function htmlToText(html: string): string {
  if (!/[<&]/.test(html)) return html.trim();
  const text = withoutBlocks(withoutBlocks(html, 'script'), 'style')
    .replace(/\s+/g, ' ')
    .replace(/<li\b[^<>]*>/gi, '\n- ')
    .replace(/<(?:br|\/?(?:p|div|ul|ol|h[1-6]|tr|table|section|blockquote))\b[^<>]*>/gi, '\n')
    // Not `[^>]*`: on a text of many `<` that takes time in the square of its length.
    .replace(/<[^<>]*>/g, '');
  return decodeEntities(text)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function withoutBlocks(html: string, tag: string): string {
  const lower = html.toLowerCase();
  const kept: string[] = [];
  for (let from = 0; ; ) {
    const start = lower.indexOf(`<${tag}`, from);
    kept.push(html.slice(from, start === -1 ? undefined : start));
    if (start === -1) return kept.join('');
    const end = lower.indexOf(`</${tag}>`, start);
    if (end === -1) return kept.join('');
    from = end + tag.length + 3;
  }
}

export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(\w{2,8}));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[name] ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff) ? String.fromCodePoint(point) : '';
  });
}
