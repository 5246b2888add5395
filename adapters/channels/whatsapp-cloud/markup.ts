import { type Inline, plainText, type RichText } from '../../../src/channel/rich-text.ts';

/**
 * The text with WhatsApp's signs ("How to format your messages", faq.whatsapp.com): *bold*, _italic_, ```code```. Where that would
 * pass `max` UTF-16 units, the words alone.
 */
export function toMarkup(text: RichText, max: number): string {
  const marked = withSigns(text).toWellFormed();
  return marked.length <= max ? marked : plainText(text).toWellFormed().slice(0, max);
}

/** Beside a letter a sign is a sign: there the words stay without it. */
function withSigns(text: RichText): string {
  return text
    .map((inline, index) => {
      const before = plainText(text.slice(0, index)).at(-1) ?? '';
      const after = plainText(text.slice(index + 1)).at(0) ?? '';
      const isInWord = typeof inline !== 'string' && (isLetter.test(before) || isLetter.test(after));
      return isInWord ? unmarked(plainText([inline])) : inlineMarkup(inline);
    })
    .join('');
}

const isLetter = /[\p{L}\p{N}*_~`]/u;

function inlineMarkup(inline: Inline): string {
  if (typeof inline === 'string') return unmarked(inline);
  if ('bold' in inline) return wrapped('*', inline.bold);
  if ('italic' in inline) return wrapped('_', inline.italic);
  if ('code' in inline) return isCodeable(inline.code) ? `\`\`\`${inline.code}\`\`\`` : unmarked(inline.code);
  return unmarked(plainText([{ link: inline.link, text: inline.text }]));
}

/** Signs hold only around words of one line that do not begin or end with a blank, and not around their own kind. */
function wrapped(sign: '*' | '_', words: RichText): string {
  const inner = withSigns(words);
  const lines = inner.split('\n').map((line) => {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.includes(sign)) return line;
    const start = line.indexOf(trimmed);
    return `${line.slice(0, start)}${sign}${trimmed}${sign}${line.slice(start + trimmed.length)}`;
  });
  return lines.join('\n');
}

function isCodeable(code: string): boolean {
  return code.trim() !== '' && !code.includes('`');
}

/**
 * Breaks a sign without being seen; WhatsApp has no sign that takes another's meaning away. On both sides: which one it looks at is
 * written nowhere.
 */
const joiner = '\u2060';

/** Looks like a backtick: two of those make code of whatever stands between them, joined or not. */
const likeBacktick = '\u02cb';

/** Words that look as they are written, though they hold signs: only signs that would have a meaning are broken. */
function unmarked(words: string): string {
  const hasPair = words.indexOf('`') !== words.lastIndexOf('`');
  return (hasPair ? words.replaceAll('`', likeBacktick) : words)
    .replace(/(?<![\p{L}\p{N}])([*_~])(?=\S)(?=[^\n]*?\S\1(?![\p{L}\p{N}]))/gu, `${joiner}$1${joiner}`)
    .replace(/^(>|[*-]|\d{1,9}\.)(?= )/gmu, keepsList);
}

/** A line that begins with a number is a numbered line of ours, and reads the same either way; quotes and bullets do not. */
function keepsList(sign: string): string {
  return /^\d/u.test(sign) ? sign : `${sign}${joiner}`;
}
