import { gzipSync } from 'node:zlib';
import type { RawRequest } from '../../src/channel/adapter.ts';
import type { AbusedShop, Heard } from './abused-shop.ts';
import { connectRaw } from './raw-http.ts';

const depth = 10_000;
export const brackets = '['.repeat(depth) + ']'.repeat(depth);

/** What would reach every object if anybody copied keys without looking. */
export const poison =
  '"__proto__":{"polluted":true,"toString":null},"constructor":{"prototype":{"polluted":true}},"prototype":{"polluted":true}';

/** Without anything that only the platform could have put there. */
export function unsigned(request: RawRequest): RawRequest {
  return { ...request, headers: { 'content-type': request.headers['content-type'] } };
}

export function retyped(request: RawRequest, type: string): RawRequest {
  return headed(request, 'content-type', type);
}

export function headed(request: RawRequest, name: string, value: string): RawRequest {
  return { ...request, headers: { ...request.headers, [name]: value } };
}

/** A genuine request whose words were changed on its way. */
export function tampered(shop: AbusedShop): RawRequest {
  const request = shop.says(shop.nextNumber(), 'pay 10');
  return { ...request, body: Buffer.from(textOf(request).replace('pay 10', 'pay 99')) };
}

/** Half a message under a proof of that half. */
export function truncated(shop: AbusedShop): RawRequest {
  const { body } = shop.says(shop.nextNumber());
  return shop.harness.around(body.subarray(0, body.length / 2));
}

/** Bytes that are no UTF-8 in the middle of a text. */
export function respelt(shop: AbusedShop, bytes: Uint8Array): RawRequest {
  const { body } = shop.says(shop.nextNumber(), 'left@right');
  const at = Buffer.from(body).indexOf('@right');
  return shop.harness.around(Buffer.concat([body.subarray(0, at), bytes, body.subarray(at + 1)]));
}

export function packed(shop: AbusedShop): RawRequest {
  const { body } = shop.says(shop.nextNumber());
  return headed(shop.harness.around(gzipSync(body)), 'content-encoding', 'gzip');
}

/** A message with more keys than the platform gives it. */
export function extended(shop: AbusedShop, keys: string): RawRequest {
  const text = textOf(shop.says(shop.nextNumber()));
  return shop.harness.around(Buffer.from(`{${keys},${text.slice(1)}`));
}

/** `{"a":1}` as `{"a":1,"a":1}`. */
export function doubled(shop: AbusedShop): RawRequest {
  const inner = textOf(shop.says(shop.nextNumber())).slice(1, -1);
  return shop.harness.around(Buffer.from(`{${inner},${inner}}`));
}

export function poisoned(shop: AbusedShop): RawRequest {
  const text = textOf(shop.says(shop.nextNumber()));
  return shop.harness.around(Buffer.from(text.replaceAll(/\{(?=")/gu, `{${poison},`)));
}

function textOf({ body }: RawRequest): string {
  return Buffer.from(body).toString('utf8');
}

/** Five times after the shop has gone down and come up again, and once before. */
export async function replayedAfterRestart(shop: AbusedShop): Promise<readonly Heard[]> {
  const request = shop.says(shop.nextNumber());
  const before = await shop.send(request);
  await shop.restart();
  return [before, ...(await Promise.all([1, 2, 3, 4, 5].map(() => shop.send(request))))];
}

/** Messages that come in another order than they were said in, and each once more. */
export async function inOneOrder(shop: AbusedShop, order: readonly number[]): Promise<readonly Heard[]> {
  const said = order.map(() => shop.says(shop.nextNumber()));
  const heard: Heard[] = [];
  for (const place of [...order, ...order]) heard.push(await shop.send(said[place] ?? shop.says(0)));
  return heard;
}

/** A connection that goes away before the body is whole. */
export async function cutOff(shop: AbusedShop): Promise<readonly Heard[]> {
  const { headers, body } = shop.says(shop.nextNumber());
  const { pathname, host } = new URL(shop.at());
  const lines = Object.entries({ host, ...headers, 'content-length': body.length });
  const connection = await connectRaw(shop.at());
  connection.write(
    `POST ${pathname} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
  );
  connection.write(body.subarray(0, body.length - 1));
  connection.drop();
  return [(await connection.answered)?.status ?? 'closed'];
}
