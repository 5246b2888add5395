import type { Connection } from './connection.ts';
import { failureOf } from './failure.ts';
import { tokenWords } from './poll.ts';

/**
 * Learns the bot's username, which groups call it by; also the first word on whether the token holds. Throws
 * `TELEGRAM_TOKEN_REFUSED` when it does not; an unreachable Telegram is only told.
 */
export async function introduce({ screen, named, log, line }: Connection): Promise<void> {
  try {
    const me = await screen.api.getMe();
    // A proxy may answer `ok` with anything.
    if (typeof me.username !== 'string') return log.warn('TELEGRAM_UNREACHED', { reason: 'the answer names no bot' });
    named(me.username);
    line.is('up');
    log.info('TELEGRAM_LISTENING', { bot: me.username });
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind === 'token') throw Object.assign(new Error(tokenWords), { code: 'TELEGRAM_TOKEN_REFUSED' });
    log.warn('TELEGRAM_UNREACHED', { reason: failure.reason });
  }
}
