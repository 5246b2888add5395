import { LRUCache } from 'lru-cache';

export interface RateLimitConfig {
  /** So many at once. */
  readonly burst: number;
  /** So many more each second. */
  readonly perSecond: number;
}

export interface RateLimit {
  /** Takes one; 0 when it was allowed, otherwise the milliseconds until one is. */
  take(who: string): number;
}

interface Bucket {
  readonly tokens: number;
  readonly at: number;
}

/** A bucket of tokens for everybody seen lately; whoever is forgotten starts with a full one. */
export function createRateLimit(config: RateLimitConfig, now: () => number): RateLimit {
  const buckets = new LRUCache<string, Bucket>({ max: 50_000 });
  return {
    take: (who) => {
      const at = now();
      const tokens = refilled(config, buckets.get(who), at);
      buckets.set(who, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
      return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) / config.perSecond) * 1000);
    },
  };
}

function refilled(config: RateLimitConfig, bucket: Bucket | undefined, at: number): number {
  if (!bucket) return config.burst;
  const passed = Math.max(0, at - bucket.at) / 1000;
  return Math.min(config.burst, bucket.tokens + passed * config.perSecond);
}
