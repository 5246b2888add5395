/** A row or a part of one, before its values have been looked at. */
export type Cells = Readonly<Record<string, unknown>>;

/** The values of these columns, in their order. An empty cell is one that is not there. */
export function cellsOf(record: Cells, columns: string | readonly string[] | undefined): readonly unknown[] {
  const names = columns === undefined ? [] : [columns].flat();
  return names.map((name) => (Object.hasOwn(record, name) ? record[name] : undefined)).filter((cell) => !isEmpty(cell));
}

export function isEmpty(cell: unknown): boolean {
  return cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '');
}

export function text(cell: unknown): string | undefined {
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  return typeof cell === 'string' && cell.trim() !== '' ? cell.trim() : undefined;
}

export function list(cell: unknown, between: RegExp): readonly string[] {
  const parts = Array.isArray(cell) ? cell.map(text) : (text(cell)?.split(between) ?? []);
  return parts.map((part) => part?.trim() ?? '').filter((part) => part !== '');
}

/** Without what differs from an earlier one in case alone. */
export function distinct(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = name.toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}
