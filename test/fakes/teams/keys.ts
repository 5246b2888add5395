import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';

/** A pair of keys as Microsoft's connector signs with, and as its JWKS describes it. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicPem: string;
  readonly jwk: object;
}

export function signingKey(kid: string, endorsements?: readonly string[]): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { n, e } = publicKey.export({ format: 'jwk' });
  const jwk = { kty: 'RSA', use: 'sig', kid, n, e, ...(endorsements ? { endorsements } : {}) };
  return { kid, privateKey, publicPem: publicKey.export({ format: 'pem', type: 'spki' }).toString(), jwk };
}

type Claims = Readonly<Record<string, unknown>>;

/** A token as RFC 7519 writes it, signed with RS256. */
export function signedToken({ kid, privateKey }: SigningKey, claims: Claims): string {
  const head = unsigned({ alg: 'RS256', typ: 'JWT', kid }, claims);
  return `${head}.${createSign('RSA-SHA256').update(head).sign(privateKey, 'base64url')}`;
}

/** Signed with the public key as if it were a secret: the oldest forgery there is. */
export function hmacToken({ kid, publicPem }: SigningKey, claims: Claims): string {
  const head = unsigned({ alg: 'HS256', typ: 'JWT', kid }, claims);
  return `${head}.${createHmac('sha256', publicPem).update(head).digest('base64url')}`;
}

export function unsignedToken({ kid }: SigningKey, claims: Claims): string {
  return `${unsigned({ alg: 'none', typ: 'JWT', kid }, claims)}.`;
}

function unsigned(header: object, claims: object): string {
  return [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
}
