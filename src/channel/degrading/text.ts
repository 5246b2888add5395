import { split } from '../cut.ts';
import type { RichText } from '../rich-text.ts';
import { isBlank, lengthOf } from '../text-length.ts';
import type { Draft } from './draft.ts';

/** Appends a text as the messages it needs; none when there is nothing to see. */
export function addText(draft: Draft, text: RichText): void {
  if (isBlank(text)) return;
  const { max, unit } = draft.capabilities.text;
  if (lengthOf(text, unit) <= max) {
    draft.parts.push({ type: 'text', text });
    return;
  }
  const pieces = split(text, max, unit).filter((piece) => !isBlank(piece));
  draft.losses.push({ kind: 'split', parts: pieces.length });
  for (const piece of pieces) draft.parts.push({ type: 'text', text: piece });
}

/**
 * The text to stand above or under something with room for `max`. One that is too long goes ahead as messages of its own, and
 * `instead` stands for it and for a text with nothing to see.
 */
export function textFor(
  draft: Draft,
  text: RichText,
  room: { readonly max: number; readonly instead: RichText },
): RichText {
  if (isBlank(text)) return room.instead;
  if (lengthOf(text, draft.capabilities.text.unit) <= room.max) return text;
  draft.losses.push({ kind: 'text-moved' });
  addText(draft, text);
  return room.instead;
}

/** Blocks of text with an empty line between them; those with nothing to see are left out. */
export function paragraphs(...blocks: readonly RichText[]): RichText {
  return joined(
    blocks.filter((block) => !isBlank(block)),
    '\n\n',
  );
}

export function lines(blocks: readonly RichText[]): RichText {
  return joined(blocks, '\n');
}

/** Neighbouring strings become one, so that text without markup stays a single string. */
function joined(blocks: readonly RichText[], between: string): RichText {
  const all = blocks.flatMap((block, index) => (index === 0 ? block : [between, ...block]));
  if (all.every((inline) => typeof inline === 'string')) return all.length === 0 ? [] : [all.join('')];
  return all;
}
