import { isObject, type JsonObject } from '../storage/json.ts';
import { type Kind, kinds } from '../storage/kinds.ts';

/** Version of what is written; a reader of this version takes no other. */
const version = 1;

/** A line of an exchange file. `again`: what follows replaces what stood above, because it changed while the file was written. */
export type ExchangeLine =
  | { readonly is: 'head' }
  | { readonly is: 'document'; readonly kind: Kind; readonly id: string; readonly body: JsonObject | null }
  | { readonly is: 'again' }
  | { readonly is: 'end'; readonly lines: number }
  | { readonly is: 'bad'; readonly reason: string };

export const allKinds = Object.keys(kinds) as readonly Kind[];

export function headLine(at: number, written: readonly Kind[]): string {
  return JSON.stringify({ parley: 'export', version, at: new Date(at).toISOString(), kinds: written });
}

/** `null`: it was deleted while the file was written. */
export function documentLine(kind: Kind, id: string, body: JsonObject | null): string {
  return JSON.stringify({ kind, id, body });
}

export const againLine = JSON.stringify({ parley: 'again' });

/** `settled`: orders, stock and what belongs to them are of one moment. */
export function endLine(lines: number, settled: boolean): string {
  return JSON.stringify({ parley: 'end', lines, settled });
}

/** Total: what cannot be read is `bad`, with a reason for whoever made the file. */
export function readExchangeLine(text: string): ExchangeLine {
  const read = parsed(text);
  if (!isObject(read)) return bad('the line is not a JSON object');
  if (Object.hasOwn(read, 'parley')) return markOf(read);
  const { kind, id, body } = read;
  const known = allKinds.find((each) => each === kind);
  if (known === undefined) return bad(`"kind" is none that this version knows: ${String(kind).slice(0, 40)}`);
  if (typeof id !== 'string') return bad('"id" is not text');
  if (body !== null && !isObject(body)) return bad('"body" is not an object');
  return { is: 'document', kind: known, id, body: body as JsonObject | null };
}

function markOf({ parley, version: given, lines }: Readonly<Record<string, unknown>>): ExchangeLine {
  switch (parley) {
    case 'export':
      return given === version ? { is: 'head' } : bad(`the file is of version ${given}, this Parley reads ${version}`);
    case 'again':
      return { is: 'again' };
    case 'end':
      return typeof lines === 'number'
        ? { is: 'end', lines }
        : bad('the last line does not say how many lines there are');
    default:
      return bad('"parley" must be export, again or end');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function bad(reason: string): ExchangeLine {
  return { is: 'bad', reason };
}
