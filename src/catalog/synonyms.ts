/** Word or phrase → what else it finds. */
export type Synonyms = Readonly<Record<string, readonly string[]>>;

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

/** A word the merchant names takes its synonyms from the merchant's file alone; the built-in rest stays. */
export function overrideSynonyms(builtIn: Synonyms, merchant: Synonyms): Synonyms {
  return { ...builtIn, ...merchant };
}

/** As words are compared: without regard to case and spaces. */
export function canonical(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, ' ');
}
