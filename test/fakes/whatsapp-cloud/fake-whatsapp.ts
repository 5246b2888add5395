import type { RawRequest } from '../../../src/channel/adapter.ts';
import { createWatch } from '../telegram/watch.ts';
import { keep } from './api.ts';
import { startHttp } from './http-server.ts';
import type { ReadBody } from './message-rules.ts';
import { metaSchema } from './meta-schema.ts';
import { type Seen, seen } from './screen.ts';
import type { SentMessage, ServerState, StoredFile, Trouble } from './server-state.ts';
import { bytesOf, envelope, incoming, type Person, signedRequest } from './webhook.ts';

export interface FakeWhatsappConfig {
  readonly token?: string;
  readonly phoneNumberId?: string;
  readonly appSecret?: string;
  /** The linked catalogue's products: id → title. */
  readonly products?: ReadonlyMap<string, string>;
  /** `name/language` of what is approved. */
  readonly templates?: readonly string[];
  /** Whether free words are refused to who has not written for a day; not when absent. */
  readonly keepsWindow?: boolean;
  /** Whether every message is held against Meta's own schema, where that file is; yes when absent. */
  readonly asksMeta?: boolean;
  readonly now?: () => number;
}

export interface FakeWhatsapp {
  readonly apiRoot: string;
  readonly token: string;
  readonly phoneNumberId: string;
  readonly appSecret: string;
  readonly catalogId: string;
  /** A genuine webhook around these values, as the adapter gets it. */
  request(...values: readonly object[]): RawRequest;
  /** A webhook with somebody's message; `id` is WhatsApp's. */
  message(person: Person, id: string, message: object): RawRequest;
  /** What the shop has sent to this person, oldest first. */
  sent(to?: string): readonly SentMessage[];
  /** The same as it looks on the phone. */
  screen(to: string): readonly Seen[];
  /** Messages that were marked as read, with or without typing. */
  reads(): readonly ReadBody[];
  uploads(): readonly StoredFile[];
  /** Calls so far, `METHOD /path`. */
  calls(): readonly string[];
  /** Why messages broke the rules, be it ours or Meta's. */
  refusals(): readonly string[];
  /** A file that somebody has sent: its media id. */
  keepFile(bytes: Uint8Array, mediaType: string): string;
  /** WhatsApp keeps files for a time. */
  dropFiles(): void;
  /** The next calls go wrong; `about` narrows them to those whose path or body has these words. `after`: done, the answer is lost. */
  fail(
    trouble: Trouble,
    options?: { readonly times?: number; readonly about?: string; readonly after?: boolean },
  ): void;
  /** The next call is answered with this, whatever it asks for. */
  say(answer: object): void;
  /** Whatever was to go wrong no longer does. */
  mend(): void;
  /** Resolves once this holds, looked at after every call; rejects after `ms` (5000 when absent). */
  until<Value>(holds: () => Value | null | undefined | false, ms?: number): Promise<Value>;
  close(): Promise<void>;
}

/** A Graph API server on 127.0.0.1 that refuses what Meta's refuses, and signs webhooks as Meta does. */
export async function startFakeWhatsapp(config: FakeWhatsappConfig = {}): Promise<FakeWhatsapp> {
  const { appSecret = 'an-app-secret-for-tests-only', now = Date.now } = config;
  const state = createState(config, now);
  // Reading it takes a second, in which no call would be answered.
  if (state.isMetaAsked) metaSchema();
  const watch = createWatch();
  const http = await startHttp(state, watch.look);
  const account = { phoneNumberId: state.phoneNumberId, accountId: '102290129340398' };
  const request = (...values: readonly object[]) => signedRequest(bytesOf(envelope(account, ...values)), appSecret);
  const stamp = () => `${Math.floor(now() / 1000)}`;
  return {
    ...{
      apiRoot: http.apiRoot,
      token: state.token,
      phoneNumberId: state.phoneNumberId,
      appSecret,
      catalogId: state.catalogId,
    },
    request,
    message: (person, id, message) => {
      state.heard?.set(person.scoped ?? person.number ?? '', now());
      return request(incoming(person, { id, timestamp: stamp(), ...message }));
    },
    ...views(state),
    keepFile: (bytes, mediaType) => keep(state, { bytes, mediaType }),
    dropFiles: () => state.files.clear(),
    fail: (trouble, { times = 1, about = null, after = false } = {}) => {
      for (let n = 0; n < times; n += 1) state.plans.push({ trouble, about, after });
    },
    say: (answer) => void state.plans.push({ trouble: { answer }, about: null, after: false }),
    mend: () => void state.plans.splice(0),
    until: watch.until,
    close: http.close,
  };
}

function views(state: ServerState) {
  const sent = (to?: string) => state.sent.filter((each) => to === undefined || each.to === to);
  return {
    sent,
    screen: (to: string) => sent(to).map(({ body }) => seen(body, state.titles)),
    reads: () => state.reads,
    uploads: () => state.uploads,
    calls: () => state.calls,
    refusals: () => state.refusals,
  };
}

function createState(config: FakeWhatsappConfig, now: () => number): ServerState {
  return {
    token: config.token ?? 'EAAfakeTokenForTestsOnly',
    phoneNumberId: config.phoneNumberId ?? '106540352242922',
    catalogId: '194836987003835',
    titles: config.products ?? new Map(),
    templates: new Set(config.templates ?? []),
    isMetaAsked: config.asksMeta ?? true,
    heard: config.keepsWindow ? new Map() : null,
    ...{ sent: [], reads: [], uploads: [], files: new Map(), plans: [], refusals: [], calls: [], now },
  };
}
