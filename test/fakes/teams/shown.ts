import type { Shown } from '../../contracts/channel-adapter.ts';

type Read = Readonly<Record<string, unknown>>;

/** What a person sees of an activity: its words with markup taken off, and what can be pressed on it. */
export function shownOf(activity: Read): Shown {
  const cards = attachmentsOf(activity).map((each) => each['content']);
  const text = typeof activity['text'] === 'string' ? wordsOfText(activity['text'], activity['textFormat']) : '';
  const seen = cards.map(cardShown);
  return {
    words: [text, ...seen.flatMap(({ words }) => words)].filter(Boolean).join('\n'),
    choices: seen.flatMap(({ choices }) => choices),
  };
}

function attachmentsOf({ attachments }: Read): readonly Read[] {
  return Array.isArray(attachments) ? (attachments as Read[]) : [];
}

function cardShown(card: unknown): { readonly words: readonly string[]; readonly choices: readonly string[] } {
  const actions = actionsIn(card);
  return { words: wordsIn(card), choices: actions.map(({ data }) => data.choice) };
}

/** Text and labels, in the order in which they stand. */
function wordsIn(part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(wordsIn);
  if (typeof part !== 'object' || part === null) return [];
  const { type, inlines, title, body, columns, items, actions } = part as Read;
  if (type === 'RichTextBlock') return [(inlines as (string | Read)[]).map(runText).join('')];
  if (type === 'Action.Submit') return [String(title)];
  return [body, columns, items, actions].flatMap(wordsIn);
}

function runText(run: string | Read): string {
  return typeof run === 'string' ? run : String(run['text']);
}

export interface Pressable {
  readonly title: string;
  readonly data: { readonly choice: string; readonly label: string };
}

/** Every button of a card, be it a row, in the order in which they stand. */
export function actionsIn(part: unknown): readonly Pressable[] {
  if (Array.isArray(part)) return part.flatMap(actionsIn);
  if (typeof part !== 'object' || part === null) return [];
  const { type, selectAction, body, columns, items, actions } = part as Read;
  const own = type === 'Action.Submit' ? [part as Pressable] : [];
  return [...own, ...[selectAction, body, columns, items, actions].flatMap(actionsIn)];
}

/** The button with this label; of a row with this title, its only button. */
export function pressFor(activity: Read, label: string): Pressable | null {
  const cards = attachmentsOf(activity).map((each) => each['content']);
  const pressables = cards.flatMap(actionsIn);
  return pressables.find(({ title }) => title === label) ?? cards.flatMap(rowsIn).find(isTitled(label))?.press ?? null;
}

interface Row {
  readonly words: readonly string[];
  readonly press: Pressable;
}

function rowsIn(card: unknown): readonly Row[] {
  const body = typeof card === 'object' && card !== null && 'body' in card ? card.body : [];
  return (Array.isArray(body) ? body : []).flatMap((row: unknown) => {
    const [press, ...others] = actionsIn(row);
    return press && others.length === 0 ? [{ words: wordsIn(row), press }] : [];
  });
}

function isTitled(label: string): (row: Row) => boolean {
  return ({ words }) => words.includes(label);
}

/** Markdown as CommonMark 0.31 reads the part of it that Teams shows. */
export function wordsOfText(text: string, format: unknown): string {
  if (format !== 'markdown') return text;
  return text
    .replace(/ {2}\n/gu, '\n')
    .replace(
      /\\([!-/:-@[-`{-~])|(`+) ?([\s\S]*?) ?\2(?!`)|\*+|\]\(([^)]*)\)|\[/gu,
      (_, escaped: string | undefined, ticks: string | undefined, code: string | undefined) =>
        escaped ?? (ticks ? (code ?? '') : ''),
    );
}
