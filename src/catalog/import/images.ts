import { isObject } from '../../storage/json.ts';
import { type Cells, cellsOf, list } from './cells.ts';

/** A card shows one and a gallery a few; the product's schema takes no more. */
const mostImages = 200;

export function readImages(record: Cells, columns: string | readonly string[] | undefined): readonly string[] {
  return cellsOf(record, columns).flatMap((cell) => addresses(cell));
}

export function mainImages(images: readonly string[]): readonly string[] {
  return [...new Set(images)].slice(0, mostImages);
}

function addresses(cell: unknown): readonly string[] {
  if (Array.isArray(cell)) return cell.flatMap((item) => addresses(item));
  const written = isObject(cell) ? (cell['src'] ?? cell['url'] ?? cell['href']) : cell;
  return list(written, /[\s,;|]+(?=https?:|\/)/).map(address);
}

/** A path without an address can only mean the shop's own pictures: they are served under `/pictures/`. */
function address(written: string): string {
  if (written.startsWith('//')) return `https:${written}`;
  if (/^[a-z][a-z0-9+.-]*:/i.test(written) || written.startsWith('/pictures/')) return written;
  return `/pictures/${written.replace(/^(\.?\/)+/, '').replace(/^pictures\//, '')}`;
}
