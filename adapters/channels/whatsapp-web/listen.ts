import type { Receive, Stop } from '../../../src/channel/adapter.ts';
import { parseConversationId } from '../../../src/channel/ids.ts';
import type { InboundEvent } from '../../../src/channel/inbound.ts';
import type { Clock } from '../../../src/runtime/clock.ts';
import { errorCode, type Log } from '../../../src/runtime/log.ts';
import { sleep } from '../../../src/runtime/sleep.ts';
import { missedWhile } from './catch-up.ts';
import { within } from './deadline.ts';
import type { Happening } from './happening.ts';
import { createIntake, type Intake } from './intake.ts';
import { type Keeper, keepLine } from './keeper.ts';
import type { Line } from './line.ts';
import { createMark, type Mark } from './mark.ts';
import type { Scan } from './scan.ts';
import type { Patience, WhatsappWebConfig } from './settings.ts';
import { guardStrayRejections } from './stray-rejections.ts';
import { showSeen } from './typing.ts';

export interface Listening {
  readonly config: WhatsappWebConfig;
  readonly patience: Patience;
  readonly clock: Clock;
  readonly log: Log;
  readonly scan: Scan;
  readonly isBusy: () => boolean;
  readonly made: (message: unknown) => void;
  readonly read: (happening: Happening) => readonly InboundEvent[];
}

export interface Listener {
  readonly keeper: Keeper;
  readonly stop: Stop;
}

/** Begins to keep a line. What waits for another try when it is stopped is unread at the next start. */
export function listen(listening: Listening, receive: Receive): Listener {
  const { clock, log, config } = listening;
  const stopping = new AbortController();
  const unguard = guardStrayRejections(log);
  const mark = createMark(config.folder, log);
  const intake = createIntake({
    ...{ receive, clock, log, stopping: stopping.signal },
    durable: (last, isAllDurable) => {
      if (isAllDurable && last.content.type !== 'delivery') mark.move(last.at);
      const peer = parseConversationId(last.conversation)?.peer;
      if (peer && isSaid(last)) void showSeen({ ...listening, line: keeper.line }, peer);
    },
  });
  const keeper = keepLine({
    ...listening,
    stopping: stopping.signal,
    linked: intake.hold,
    ready: (line) => {
      takeUp({ ...listening, intake, mark }, line).catch((error: unknown) => {
        log.error('WHATSAPP_WEB_DEFECT', { cause: errorCode(error) });
        line.poke();
      });
    },
    happened: (happening) => {
      for (const event of listening.read(happening)) intake.take(event);
    },
  });
  return { keeper, stop: () => stop({ stopping, keeper, intake, mark, unguard }) };
}

function isSaid({ content }: InboundEvent): boolean {
  return content.type !== 'delivery' && content.type !== 'reaction';
}

interface TakingUp extends Listening {
  readonly intake: Intake;
  readonly mark: Mark;
}

/** Of the history that a first link brings nothing is taken: those people wrote to somebody else. */
async function takeUp(taking: TakingUp, line: Line): Promise<void> {
  const { clock, intake, mark } = taking;
  intake.hold();
  const now = clock.now();
  const since = await mark.since(line.client.info.wid._serialized);
  if (since === null) {
    mark.move(now);
    return intake.release([]);
  }
  const missed = await Promise.race([readMissed(taking, line, { since, now }), line.ended.then(() => 'gone' as const)]);
  // The line went meanwhile: what waits goes on waiting behind what the next one finds.
  if (missed === 'gone') return;
  if (missed === 'unread') return readLater(taking, line, { since, now });
  intake.release(missed.flatMap(taking.read));
  mark.letGo();
}

interface Span {
  readonly since: number;
  readonly now: number;
}

const mostTries = 3;

async function readMissed(
  { clock, log, patience }: TakingUp,
  line: Line,
  span: Span,
): Promise<readonly Happening[] | 'unread'> {
  for (let tries = 1; tries <= mostTries; tries++) {
    try {
      return await within({ clock, ms: patience.mediaMs }, missedWhile(span, line.client));
    } catch (error) {
      log.error('WHATSAPP_WEB_MISSED_UNREAD', { cause: errorCode(error), tries });
      line.poke();
    }
  }
  return 'unread';
}

const laterMs = 60_000;

/** New messages need not wait for a history that cannot be read; the mark stays before it until it has been, be it after a restart. */
async function readLater(taking: TakingUp, line: Line, span: Span): Promise<void> {
  const { clock, intake, mark, read } = taking;
  mark.hold();
  intake.release([]);
  const ended = line.ended.then(() => 'gone' as const);
  for (;;) {
    if ((await Promise.race([sleep(clock, laterMs), ended])) === 'gone') return;
    const missed = await Promise.race([readMissed(taking, line, span), ended]);
    if (missed === 'gone') return;
    if (missed === 'unread') continue;
    for (const event of missed.flatMap(read)) intake.take(event);
    return mark.letGo();
  }
}

interface Stopping {
  readonly stopping: AbortController;
  readonly keeper: Keeper;
  readonly intake: Intake;
  readonly mark: Mark;
  readonly unguard: () => void;
}

async function stop({ stopping, keeper, intake, mark, unguard }: Stopping): Promise<void> {
  stopping.abort();
  await intake.settled();
  await keeper.stopped;
  await mark.written();
  unguard();
}
