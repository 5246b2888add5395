import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { RawRequest } from '../../src/channel/adapter.ts';
import { isRefusal, type Refusal } from '../../src/commerce/refusal.ts';
import { type Clock, systemClock } from '../../src/runtime/clock.ts';
import { errorCode, type Log } from '../../src/runtime/log.ts';
import { rawRequest, takeAnyBytes, tellLater } from './raw-request.ts';
import { createRefusalLog, type NoteRefusal } from './refusal-log.ts';

/** Where somebody who is no channel (a payment provider, a carrier, a shop system) posts what happens. */
export interface NoticeHook {
  /** `stripe`, `easypost`: for the log. */
  readonly who: string;
  /** From the root; begins with `/webhooks/`. */
  readonly path: string;
  /** Resolves when all that the request tells is durable. Refuses what is not theirs. Throws when it could not be kept. */
  hear(request: RawRequest): Promise<{ readonly notices: number } | Refusal>;
}

/** One after the other, in the order in which they are told: what comes later may rest on what came before. */
export function noticeHook<Notice>(hook: {
  readonly who: string;
  readonly path: string;
  readonly read: (request: RawRequest) => Promise<readonly Notice[] | Refusal>;
  /** Resolves when it is durable, also where it does not fit; throws when it could not be kept. */
  readonly take: (notice: Notice) => Promise<unknown>;
}): NoticeHook {
  const { who, path, read, take } = hook;
  return {
    who,
    path,
    async hear(request) {
      const notices = await read(request);
      if (isRefusal(notices)) return notices;
      for (const notice of notices) await take(notice);
      return { notices: notices.length };
    },
  };
}

export interface NoticeWebhookDeps {
  readonly hooks: readonly NoticeHook[];
  readonly log: Log;
  /** The system's when absent. */
  readonly clock?: Pick<Clock, 'now'>;
}

/** An event of a provider's is some kilobytes; a product of a shop system's comes with hundreds of variants. */
const mostBytes = 3 * 1024 * 1024;

/** 401 for what is not theirs, 200 only when everything in it is durable, 503 otherwise: then they deliver it again. */
export function noticeWebhooks({ hooks, log, clock = systemClock }: NoticeWebhookDeps): FastifyPluginAsync {
  return async (app) => {
    takeAnyBytes(app);
    for (const hook of hooks) {
      const note = createRefusalLog({ log, clock }, hook.who);
      const answering = { hook, log, note };
      app.route({
        method: 'POST',
        url: hook.path,
        bodyLimit: mostBytes,
        handler: (request, reply) => answer(request, reply, answering),
      });
    }
  };
}

interface Answering {
  readonly hook: NoticeHook;
  readonly log: Log;
  readonly note: NoteRefusal;
}

async function answer(request: FastifyRequest, reply: FastifyReply, { hook, log, note }: Answering) {
  try {
    const heard = await hook.hear(rawRequest(request));
    if (!isRefusal(heard)) return await reply.code(200).send({ received: true });
    note.refused(heard.refused);
    return await reply.code(401).send({ error: 'refused', message: 'This request is not who it says it is from.' });
  } catch (error) {
    log.error('NOTICE_NOT_KEPT', { from: hook.who, code: errorCode(error) });
    return await tellLater(reply);
  }
}
