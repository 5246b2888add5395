import { isObject } from '../../storage/json.ts';
import { type Cells, distinct, isEmpty, text } from './cells.ts';
import { bareName } from './usual-columns.ts';

export interface Categories {
  /** The first path, from the widest to the narrowest. */
  readonly category: readonly string[];
  /** The names in all other paths, as tags. */
  readonly tags: readonly string[];
}

/** Reads `A/B/C`, `A > B > C`, several paths between `;` or `|`, lists. Several columns are parts of one path. */
export function readCategories(record: Cells, columns: string | readonly string[] | undefined): Categories {
  const names = columns === undefined ? [] : [columns].flat();
  const paths = names.map((name) => pathsOf(Object.hasOwn(record, name) ? record[name] : undefined, name));
  const category = distinct(paths.flatMap(([first = []]) => first));
  const others = distinct(paths.flatMap((all) => all.slice(1).flat()));
  const known = new Set(category.map((name) => name.toLowerCase()));
  return { category, tags: others.filter((name) => !known.has(name.toLowerCase())) };
}

function pathsOf(cell: unknown, column: string): readonly (readonly string[])[] {
  if (!Array.isArray(cell)) return (nameOf(cell) ?? '').split(/[;|\n]/).flatMap(path);
  const items = cell.filter((item) => !isEmpty(item)).flatMap((item) => nameOf(item) ?? []);
  const severalPaths = bareName(column) === 'categories' || items.some((item) => /[>/]/.test(item));
  // A list such as ["apparel", "jacket"] under `category` is the path itself.
  return severalPaths ? items.flatMap(path) : [items];
}

function path(written: string): readonly (readonly string[])[] {
  const levels = written
    .split(written.includes('>') ? '>' : '/')
    .map((level) => level.trim())
    .filter((level) => level !== '');
  return levels.length > 0 ? [levels] : [];
}

function nameOf(item: unknown): string | undefined {
  return isObject(item) ? text(item['name'] ?? item['title']) : text(item);
}
