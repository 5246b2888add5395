import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';

/** Word or phrase → what else it finds. */
export type Synonyms = Readonly<Record<string, readonly string[]>>;

export interface SynonymProblem {
  readonly line: number;
  readonly column: number;
  readonly reason: string;
}

export type SynonymFile = { readonly synonyms: Synonyms } | { readonly problems: readonly SynonymProblem[] };

const phrase = z.string().trim().min(1).max(100);
const fileSchema = z.union([
  z.array(z.array(phrase).min(2)),
  z
    .object({
      same: z.array(z.array(phrase).min(2)).optional(),
      also: z.record(z.string(), z.array(phrase)).optional(),
    })
    .strict(),
]);

/** Each word of a group finds all others of it. */
export function synonymsOf(groups: readonly (readonly string[])[]): Synonyms {
  const found = new Map<string, Set<string>>();
  for (const group of groups.map((words) => words.map(canonical))) {
    for (const word of group) {
      const others = found.get(word) ?? new Set();
      for (const other of group) if (other !== word) others.add(other);
      found.set(word, others);
    }
  }
  return Object.fromEntries([...found].map(([word, others]) => [word, [...others]]));
}

/**
 * Reads a merchant's synonyms.yaml: a list of groups (`- [coat, jacket]`), or `same:` with such a list and `also:` with
 * one-way words (`tee: [t-shirt]`; an empty list takes the built-in ones away).
 */
export function parseSynonyms(text: string): SynonymFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const broken = document.errors[0];
  if (broken !== undefined) {
    const at = lines.linePos(broken.pos[0]);
    return { problems: [{ line: at.line, column: at.col, reason: 'this is not YAML that can be read here' }] };
  }
  const read = fileSchema.safeParse(document.toJS() ?? []);
  if (!read.success) return { problems: [{ line: 1, column: 1, reason: shape }] };
  return { synonyms: Array.isArray(read.data) ? synonymsOf(read.data) : fromParts(read.data) };
}

const shape = 'synonyms are a list of groups of at least two words, like `- [coat, jacket, parka]`';

function fromParts(parts: { same?: string[][] | undefined; also?: Record<string, string[]> | undefined }): Synonyms {
  const also = Object.entries(parts.also ?? {}).map(
    ([word, others]) => [canonical(word), others.map(canonical)] as const,
  );
  return { ...synonymsOf(parts.same ?? []), ...Object.fromEntries(also) };
}

/** A word the merchant names takes its synonyms from the merchant's file alone; the built-in rest stays. */
export function overrideSynonyms(builtIn: Synonyms, merchant: Synonyms): Synonyms {
  return { ...builtIn, ...merchant };
}

function canonical(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, ' ');
}
