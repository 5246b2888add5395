import type { PartFrame, TurnFrame } from '../../adapters/channels/webchat/frames.ts';
import type { TestShop } from './webchat-shop.ts';

/** One event as it came over the wire. */
export type Seen =
  | { readonly name: 'turn'; readonly id: string; readonly data: TurnFrame }
  | { readonly name: 'part'; readonly id: null; readonly data: PartFrame }
  | { readonly name: 'typing' | 'reset'; readonly id: null; readonly data: unknown }
  | {
      readonly name: 'ready';
      readonly id: null;
      readonly data: { readonly earlier: boolean; readonly empty: boolean };
    };

export interface OpenStream {
  readonly seen: readonly Seen[];
  /** Resolves with everything seen once `enough` holds. */
  until(enough: (seen: readonly Seen[]) => boolean): Promise<readonly Seen[]>;
  /** Resolves when the server ended it. */
  readonly ended: Promise<void>;
  close(): void;
}

/** The token header's name is written out: it is what other people's pages rely on. */
export const as = (token: string) => ({ 'x-parley-visitor': token });

export async function newVisitor({ server }: TestShop): Promise<string> {
  const response = await server.app.inject({ method: 'POST', url: '/webchat/session' });
  return response.json<{ token: string }>().token;
}

export function post({ server }: TestShop, token: string, payload: object | string | Buffer) {
  return server.app.inject({ method: 'POST', url: '/webchat/messages', headers: as(token), payload });
}

export async function openEvents(url: string, token: string, lastEventId?: string): Promise<OpenStream> {
  const stop = new AbortController();
  const headers = { ...as(token), ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }) };
  const response = await fetch(new URL('/webchat/events', url), { headers, signal: stop.signal });
  if (!response.ok || !response.body) throw new Error(`events: ${response.status}`);
  const seen: Seen[] = [];
  let changed = () => {};
  const ended = readAll(response.body, (event) => {
    seen.push(event);
    changed();
  });
  const until = async (enough: (seen: readonly Seen[]) => boolean) => {
    while (!enough(seen)) await new Promise<void>((go) => (changed = go));
    return seen;
  };
  return { seen, until, ended, close: () => stop.abort() };
}

async function readAll(body: ReadableStream<Uint8Array>, take: (event: Seen) => void): Promise<void> {
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for await (const chunk of body) {
      const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) if (!block.startsWith(':')) take(readBlock(block));
    }
  } catch {
    // Closed by the test itself.
  }
}

function readBlock(block: string): Seen {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'mu').exec(block)?.[1] ?? null;
  return { name: field('event'), id: field('id'), data: JSON.parse(field('data') ?? 'null') } as Seen;
}

export const isReady = (seen: readonly Seen[]) => seen.some((event) => event.name === 'ready');

/** Every key on the page, in the order in which it came. */
export function keysOf(seen: readonly Seen[]): readonly string[] {
  return seen.flatMap((event) => {
    if (event.name === 'turn') return event.data.parts.map((part) => part.key);
    return event.name === 'part' ? [event.data.key] : [];
  });
}
