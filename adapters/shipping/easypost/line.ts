import { Agent, fetch, type Response } from 'undici';
import type { z } from 'zod';
import { CarrierDown } from '../../../src/commerce/shipping/carrier-down.ts';
import type { Clock } from '../../../src/runtime/clock.ts';
import { sleep } from '../../../src/runtime/sleep.ts';
import { errorSchema } from './easypost-schema.ts';
import type { EasypostConfig } from './settings.ts';

/** A no of EasyPost's to what was asked: `ADDRESS.VERIFY.FAILURE`, `NOT_FOUND` … */
export interface Refused {
  readonly code: string;
  readonly status: number;
}

export interface Line {
  /** Below the root, `/shipments`. `again`: asking twice does no harm, so a failure is tried again. Throws `CarrierDown`. */
  ask<Schema extends z.ZodType>(question: Question<Schema>): Promise<z.output<Schema> | Refused>;
}

interface Question<Schema> {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: object;
  readonly schema: Schema;
  readonly again: boolean;
}

const easypostsOwn = 'https://api.easypost.com/v2';
const mostTries = 3;
/** A merchant or a job waits for it: longer pauses are for the next time. */
const longestPauseMs = 10_000;

export const carrierId = 'easypost';

export function createLine(config: EasypostConfig, { clock }: { readonly clock: Clock }): Line {
  const { apiKey, timeoutMs = 20_000, pauseMs = 500 } = config;
  const root = (config.apiRoot ?? easypostsOwn).replace(/\/+$/u, '');
  const dispatcher = new Agent({ keepAliveTimeout: 30_000, connect: { timeout: timeoutMs }, bodyTimeout: timeoutMs });
  // The key is the user's name, without a password (docs.easypost.com/docs/authentication).
  const authorization = `Basic ${Buffer.from(`${apiKey}:`).toString('base64')}`;
  const once = async ({ method, path, body }: Question<unknown>): Promise<Answer> => {
    const headers = { authorization, accept: 'application/json', 'content-type': 'application/json' };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      return await read(
        await fetch(`${root}${path}`, { method, headers, ...sent, redirect: 'error', dispatcher, signal }),
      );
    } catch (error) {
      return { result: 'down', afterMs: null, error };
    }
  };
  return {
    async ask(question) {
      for (let tries = 1; ; tries += 1) {
        const answer = await once(question);
        if (answer.result === 'no') return answer;
        if (answer.result === 'yes') return understood(question.schema, answer.body);
        const pause = answer.afterMs ?? pauseMs * 2 ** (tries - 1);
        const mayAsk = question.again || answer.result === 'later';
        if (!mayAsk || tries === mostTries || pause > longestPauseMs)
          throw new CarrierDown(carrierId, { cause: answer.error });
        await sleep(clock, pause);
      }
    },
  };
}

type Answer =
  | { readonly result: 'yes'; readonly body: unknown }
  | ({ readonly result: 'no' } & Refused)
  /** `later`: too much was asked, and this was not done. */
  | { readonly result: 'down' | 'later'; readonly afterMs: number | null; readonly error: unknown };

/** Answers to what was asked; all others are about the line, the key, or somebody's in between. */
const noes = [400, 402, 404, 422];

async function read(response: Response): Promise<Answer> {
  const body: unknown = await response.json().catch(() => null);
  const { status } = response;
  if (response.ok && body !== null) return { result: 'yes', body };
  const { data } = errorSchema.safeParse(body);
  if (noes.includes(status) && data !== undefined) return { result: 'no', code: data.error.code, status };
  const result = status === 429 ? 'later' : 'down';
  return { result, afterMs: retryAfter(response), error: new Error(`HTTP ${status}`) };
}

function retryAfter({ headers }: Response): number | null {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : null;
}

function understood<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new CarrierDown(carrierId, { cause: new Error('an answer that is none') });
}

export function isRefused(answer: object): answer is Refused {
  return 'result' in answer && answer.result === 'no';
}
