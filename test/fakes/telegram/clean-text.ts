import type { MessageEntity } from 'grammy/types';

export interface FormattedText {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

/**
 * What Telegram does to every text after reading its markup: control characters become spaces, `\r` and line separators (U+2028 to
 * U+202E) vanish, the ends are trimmed, and at most 100 entities stay, moved along.
 */
export function cleanText({ text, entities }: FormattedText): FormattedText {
  const offsets: number[] = [];
  let kept = '';
  for (const unit of text.split('')) {
    offsets.push(kept.length);
    kept += cleanUnit(unit);
  }
  offsets.push(kept.length);
  const start = kept.length - kept.trimStart().length;
  const end = start + kept.trim().length;
  const at = (offset: number) => Math.min(Math.max(offsets[offset] ?? kept.length, start), end) - start;
  return { text: kept.slice(start, end), entities: moved(entities, at).slice(0, 100) };
}

function cleanUnit(unit: string): string {
  if (unit === '\r' || (unit >= '\u2028' && unit <= '\u202e')) return '';
  return unit < ' ' && unit !== '\n' ? ' ' : unit;
}

function moved(entities: readonly MessageEntity[], at: (offset: number) => number): readonly MessageEntity[] {
  return entities.flatMap((entity) => {
    const offset = at(entity.offset);
    const length = at(entity.offset + entity.length) - offset;
    return length > 0 ? [{ ...entity, offset, length }] : [];
  });
}

/** Nothing that anybody could see: spaces of all kinds, and the characters of no width. */
export function isBlank(text: string): boolean {
  return /^[\s\p{Default_Ignorable_Code_Point}\u2800]*$/u.test(text);
}
