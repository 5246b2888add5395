import { Agent, FormData, fetch, type RequestInit, type Response } from 'undici';
import { failureOf, GraphError, noAnswer } from './failure.ts';
import type { WhatsappCloudConfig } from './settings.ts';

/** The shop's line to the Graph API. Every call throws `GraphError`, and nothing else. */
export interface Graph {
  /** A POST of JSON below the shop's number; the answer's JSON. */
  post(edge: 'messages', body: object): Promise<unknown>;
  /** A picture to the shop's media; its id. */
  upload(bytes: Uint8Array, mediaType: string): Promise<string>;
  /** A GET of a node, e.g. a media id. */
  get(node: string, query: Readonly<Record<string, string>>): Promise<unknown>;
  /** A file; its body is to be read or cancelled. Throws when the address is not one of WhatsApp's. */
  open(address: string): Promise<Response>;
}

const metasOwn = 'https://graph.facebook.com';
/** The version of Meta's schema that the tests hold every request against. */
const usualVersion = 'v23.0';

export function createGraph(config: WhatsappCloudConfig): Graph {
  const { token, phoneNumberId, timeoutMs = 20_000 } = config;
  const root = (config.apiRoot ?? metasOwn).replace(/\/+$/u, '');
  const base = `${root}/${config.apiVersion ?? usualVersion}`;
  // A file may take its time as long as it comes: its own limits are until its first byte, and between two.
  const idle = { headersTimeout: 2 * timeoutMs, bodyTimeout: timeoutMs };
  const dispatcher = new Agent({ keepAliveTimeout: 30_000, connect: { timeout: timeoutMs }, ...idle });
  const call = async (address: string, init: RequestInit, longestMs = timeoutMs): Promise<Response> => {
    const headers = { authorization: `Bearer ${token}`, ...init.headers };
    const signal = AbortSignal.timeout(longestMs);
    try {
      return await fetch(address, { redirect: 'error', ...init, headers, dispatcher, signal });
    } catch (error) {
      throw noAnswer(error);
    }
  };
  const own = `${base}/${encodeURIComponent(phoneNumberId)}`;
  return {
    post: async (edge, body) =>
      read(
        await call(`${own}/${edge}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      ),
    upload: async (bytes, mediaType) =>
      idIn(await read(await call(`${own}/media`, { method: 'POST', body: form(bytes, mediaType) }))),
    get: async (node, query) =>
      read(await call(`${base}/${encodeURIComponent(node)}?${new URLSearchParams(query)}`, {})),
    // The token is not sent on to where another server leads.
    open: (address) => call(theirs(address, root), { redirect: 'follow' }, longestFileMs),
  };
}

/** 100 MB, WhatsApp's most, over a slow line. */
const longestFileMs = 10 * 60_000;

/** The answer's JSON; throws what it tells of a failure. */
async function read(response: Response): Promise<unknown> {
  const body = await response.json().catch((error: unknown) => {
    if (error instanceof SyntaxError) return null;
    throw noAnswer(error);
  });
  if (response.ok && body !== null && typeof body === 'object' && !('error' in body)) return body;
  throw failureOf({ status: response.status, body, header: (name) => response.headers.get(name) });
}

function form(bytes: Uint8Array, mediaType: string): FormData {
  const fields = new FormData();
  fields.set('messaging_product', 'whatsapp');
  fields.set('type', mediaType);
  fields.set('file', new Blob([Uint8Array.from(bytes)], { type: mediaType }), `picture.${mediaType.split('/')[1]}`);
  return fields;
}

export function idIn(answer: unknown): string {
  const id = typeof answer === 'object' && answer !== null && 'id' in answer ? answer.id : null;
  if (typeof id === 'string' && id !== '') return id;
  throw failureOf({ status: 200, body: null, header: () => null });
}

/** The token goes to nobody else: files lie on servers of Meta's, or beside the API that was set. */
function theirs(address: string, root: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  const isMetas =
    url?.protocol === 'https:' && /(^|\.)(fbsbx\.com|facebook\.com|fbcdn\.net|whatsapp\.net)$/u.test(url.hostname);
  if (url && (isMetas || url.origin === new URL(root).origin)) return url.href;
  const rule = { outcome: 'outage', reason: 'the file lies where the token must not be sent' } as const;
  throw new GraphError({ graphCode: null, rule });
}
