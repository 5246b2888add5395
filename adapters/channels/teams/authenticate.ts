import type { Authenticated, RawRequest } from '../../../src/channel/adapter.ts';
import { isObject } from '../../../src/storage/json.ts';
import { readJson } from './activity-schema.ts';
import type { Cloud } from './clouds.ts';
import type { Connector } from './connector.ts';
import { quietly } from './quietly.ts';

export interface Gate {
  readonly connector: Connector;
  readonly cloud: Cloud;
  /** How long the keys may take, milliseconds: the library would wait for ever. */
  readonly timeoutMs: number;
  /** The keys could not be fetched: nobody can be believed. */
  readonly keysLost: () => void;
  readonly keysFound: () => void;
}

const refused = (reason: string): Authenticated => ({ result: 'refuse', reason });

/**
 * Is it signed by Microsoft's connector, for this bot, for the very service that the activity names as its own? The signature is looked
 * at by the vendor's library; what depends on the body beside (which service, which channel) is held here once more, because the
 * library leaves out the check of what the body leaves out. Throws `TEAMS_KEYS_UNREACHED` when the keys cannot be fetched: it may be
 * genuine then, and has to come again.
 */
export async function authenticateRequest(request: RawRequest, gate: Gate): Promise<Authenticated> {
  const header = request.headers['authorization'];
  if (header === undefined) return refused('no authorization header');
  const claims = claimsIn(header);
  if (claims === null) return refused('no bearer token');
  if (claims['iss'] !== gate.cloud.issuer) return refused('a token of another issuer');
  const serviceUrl = claims['serviceurl'] ?? claims['serviceUrl'];
  if (typeof serviceUrl !== 'string' || serviceUrl === '') return refused('a token for no service');
  const body = readJson(request.body);
  if (isObject(body) && !isFrom(body, serviceUrl)) return refused('a token for another service or channel');
  return verify(header, { serviceUrl, gate });
}

function isFrom({ serviceUrl, channelId }: Readonly<Record<string, unknown>>, signed: string): boolean {
  return serviceUrl === signed && channelId === 'msteams';
}

/** Unverified: to be refused by, never to be believed. */
function claimsIn(header: string): Readonly<Record<string, unknown>> | null {
  const payload = /^Bearer [\w-]+\.([\w-]+)\.[\w-]*$/u.exec(header)?.[1];
  const claims = payload === undefined ? null : readJson(Buffer.from(payload, 'base64url'));
  return isObject(claims) ? claims : null;
}

interface Verification {
  readonly serviceUrl: string;
  readonly gate: Gate;
}

async function verify(header: string, { serviceUrl, gate }: Verification): Promise<Authenticated> {
  const activity = { type: 'message', channelId: 'msteams', serviceUrl };
  const late = createTimer(gate.timeoutMs);
  try {
    const looking = quietly(() => gate.connector.authentication.authenticateRequest(activity as never, header));
    await Promise.race([looking, late.passed]);
    gate.keysFound();
    return { result: 'accept' };
  } catch (error) {
    if (areKeysLost(error)) throw keysUnreached(gate);
    return refused(reasonOf(error));
  } finally {
    late.stop();
  }
}

class KeysLate extends Error {
  override readonly name = 'KeysLate';
}

function createTimer(ms: number): { readonly passed: Promise<never>; stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new KeysLate('the keys did not come in time')), ms);
  });
  return { passed, stop: () => clearTimeout(timer) };
}

function areKeysLost(error: unknown): boolean {
  const name = error instanceof Error ? error.name : '';
  return name === 'FetchError' || name === 'KeysLate' || statusOf(error) === 500;
}

function keysUnreached({ keysLost }: Gate): Error {
  keysLost();
  return Object.assign(new Error('Microsoft’s keys could not be fetched'), { code: 'TEAMS_KEYS_UNREACHED' });
}

/** The library's sentences name ids and keys: they are not repeated. */
function reasonOf(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  return name === 'JsonWebTokenError' || name === 'NotBeforeError' ? 'a wrong signature' : 'a token that does not hold';
}

function statusOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
}
