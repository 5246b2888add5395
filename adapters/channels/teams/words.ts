import type { Activity } from './activity-schema.ts';

/** What was written: without the bot's own name, which says who is meant and nothing else; others keep theirs. */
export function wordsOf({ text = '', entities = [], recipient }: Activity): string {
  const own = entities.filter(({ type, mentioned }) => type === 'mention' && mentioned?.id === recipient?.id);
  const names = own.flatMap((entity) => (entity.text ? [entity.text] : []));
  const rest = names.reduce((words, name) => words.replaceAll(name, ''), text);
  const plain = decoded(rest.replace(/<\/?at(?:\s[^<>]{0,200})?>/giu, ''));
  return names.length > 0 ? plain.trim() : plain;
}

/** Teams writes what people type as HTML does. */
function decoded(text: string): string {
  return text.replace(
    /&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,7})|#x([\da-f]{1,6}));/giu,
    (whole, name, decimal, hex) => {
      if (typeof name === 'string') return entities[name.toLowerCase()] ?? whole;
      const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};
