import { createAdminApiClient } from '@shopify/admin-api-client';
import type { z } from 'zod';
import { sleep } from '../../../src/runtime/sleep.ts';
import { ShopError } from '../../../src/sync/shop-error.ts';
import { type Failed, failureOf, isThrottled } from './failure.ts';
import { apiVersion, type ShopifyConfig, type ShopifyDeps } from './settings.ts';

/** Asks the Admin API; throws `ShopError`, also when the answer is not what `answer` says. */
export interface AdminApi {
  ask<Answer>(document: string, question: Question<Answer>): Promise<Answer>;
}

export interface Question<Answer> {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly answer: z.ZodType<Answer>;
}

const usualTimeoutMs = 20_000;
/** Waits for its points this often; then whoever asked is told to come again. */
const mostWaits = 4;

export function createAdminApi(config: ShopifyConfig, { clock }: ShopifyDeps): AdminApi {
  const client = createAdminApiClient({
    storeDomain: config.shop,
    accessToken: config.accessToken,
    apiVersion,
    userAgentPrefix: 'Parley',
    // Its own retries read Retry-After as milliseconds, and know nothing of points.
    retries: 0,
    customFetchApi: (url, init) =>
      fetch(config.apiRoot === null ? url : moved(url, config.apiRoot), { ...init, redirect: 'error' }),
  });
  let bucket: Bucket | null = null;
  const once = async (document: string, variables: Question<unknown>['variables']) => {
    const signal = AbortSignal.timeout(config.timeoutMs ?? usualTimeoutMs);
    const answered = await client.request(document, { variables, signal });
    bucket = bucketOf(answered.extensions?.cost) ?? bucket;
    return answered;
  };
  return {
    async ask(document, { variables, answer }) {
      for (let waits = 0; ; waits += 1) {
        const { data, errors } = await once(document, variables);
        if (!errors) return read(answer, data);
        if (!isThrottled(errors) || waits === mostWaits) throw failureOf(errors as Failed, waitFor(bucket));
        await sleep(clock, waitFor(bucket));
      }
    },
  };
}

function moved(url: string, root: string): string {
  return `${root.replace(/\/+$/u, '')}${new URL(url).pathname}`;
}

function read<Answer>(answer: z.ZodType<Answer>, data: unknown): Answer {
  const checked = answer.safeParse(data);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw new ShopError(
    'SHOP_GARBLED',
    `Shopify's answer is not what its schema says, at ${issue?.path.join('.') ?? '?'}`,
  );
}

/** What is left of the points that a shop has: https://shopify.dev/docs/api/usage/limits#the-leaky-bucket-algorithm */
interface Bucket {
  readonly left: number;
  readonly perSecond: number;
  /** What the last query asks for. */
  readonly wanted: number;
}

interface Cost {
  readonly requestedQueryCost?: number;
  readonly throttleStatus?: { readonly currentlyAvailable?: number; readonly restoreRate?: number };
}

function bucketOf(cost: Cost | undefined): Bucket | null {
  const { currentlyAvailable, restoreRate } = cost?.throttleStatus ?? {};
  if (currentlyAvailable === undefined || restoreRate === undefined) return null;
  return { left: currentlyAvailable, perSecond: restoreRate, wanted: cost?.requestedQueryCost ?? 0 };
}

const usualWaitMs = 1_000;

/** Until there are points enough for what was asked. */
function waitFor(bucket: Bucket | null): number {
  if (bucket === null || bucket.perSecond <= 0) return usualWaitMs;
  return Math.max(usualWaitMs, Math.ceil(((bucket.wanted - bucket.left) / bucket.perSecond) * 1_000));
}
