import { setTimeout as delay } from 'node:timers/promises';
import type { InboundEvent } from '../../src/channel/inbound.ts';
import type { Store } from '../../src/storage/store.ts';
import { counted } from './counting-actions.ts';
import { says, shopper, transcriptOf } from './running.ts';
import { type ChildLine, type ShownLine, spawnTalking } from './talking-child.ts';

export interface KillingPlan {
  readonly place: readonly string[];
  readonly kills: number;
  readonly idempotent: boolean;
  /** Decides the moments. */
  readonly random: () => number;
  readonly peers?: number;
}

/** What was seen over all the lives of a process that is killed again and again. */
export interface Killed {
  readonly sent: number;
  readonly resent: number;
  readonly shown: readonly ShownLine[];
  /** Lines of one life, in order: what was shown when that life ended. */
  readonly lastOfLives: readonly (readonly string[])[];
  readonly events: ReadonlyMap<string, InboundEvent>;
}

const underWay = 12;
/** A life ends after so many messages taken, at most: by the clock, a busy machine would be killed before it had done anything. */
const mostTaken = 80;
/** And so many milliseconds later, at most: at any moment of the work on what follows. */
const mostLaterMs = 20;

/**
 * Keeps a dozen messages under way, kills the process at random moments of its work, starts it on the same store, and sends what
 * was not acknowledged once more, as platforms do. At last everything is let come to its end.
 */
export async function killAgainAndAgain(plan: KillingPlan): Promise<Killed> {
  const events = new Map<string, InboundEvent>();
  const open = new Map<string, InboundEvent>();
  const shown: ShownLine[] = [];
  const lastOfLives: string[][] = [];
  let resent = 0;
  const next = (): InboundEvent => {
    const number = events.size + 1;
    const event = says(`peer${number % (plan.peers ?? 5)}`, number, wordsOf(number));
    events.set(event.id, event);
    open.set(event.id, event);
    return event;
  };
  for (let life = 0; life <= plan.kills; life += 1) {
    const isLast = life === plan.kills;
    const own: string[] = [];
    let ready = (): void => {};
    let drained = (): void => {};
    const isReady = new Promise<void>((resolve) => {
      ready = resolve;
    });
    const isDrained = new Promise<void>((resolve) => {
      drained = resolve;
    });
    let toTake = Math.floor(plan.random() * (mostTaken + 1));
    let tookEnough = (): void => {};
    const hasTakenEnough = new Promise<void>((resolve) => {
      tookEnough = resolve;
    });
    const hear = (line: ChildLine): void => {
      if ('ready' in line) return ready();
      if ('shown' in line) {
        shown.push(line);
        own.push(line.shown);
        return;
      }
      if ('refused' in line) {
        const again = open.get(line.refused);
        if (again) child.send(again);
        return;
      }
      if (!open.delete(line.taken)) throw new Error(`taken twice: ${line.taken}`);
      toTake -= 1;
      if (toTake === 0) tookEnough();
      if (!isLast) child.send(next());
      else if (open.size === 0) drained();
    };
    const child = spawnTalking([`${plan.idempotent}`, '5', ...plan.place], hear);
    await Promise.race([isReady, child.closed]);
    resent += open.size;
    const again = [...open.values()];
    while (!isLast && open.size < underWay) again.push(next());
    for (const event of again) child.send(event);
    if (isLast) {
      if (open.size > 0) await Promise.race([isDrained, child.closed]);
      await child.end();
    } else {
      if (toTake > 0) await Promise.race([hasTakenEnough, child.closed]);
      await delay(plan.random() * mostLaterMs);
      await child.kill();
    }
    lastOfLives.push(own);
  }
  return { sent: events.size, resent, shown, lastOfLives, events };
}

function wordsOf(number: number): string {
  return number % 5 === 0 ? 'slow' : number % 7 === 0 ? 'three' : 'hello';
}

export interface Verdict {
  readonly messages: number;
  readonly resent: number;
  readonly replies: number;
  readonly shownAgain: number;
  /** What went wrong, in words; empty when nothing did. */
  readonly wrong: readonly string[];
}

/** Compares what was seen with what is stored: nothing lost, nothing handled twice, replies in order. */
export async function judge(killed: Killed, plan: KillingPlan, store: Store): Promise<Verdict> {
  const wrong: string[] = [];
  let replies = 0;
  for (const peer of new Set([...killed.events.values()].map(({ conversation }) => conversation.split(':')[2] ?? ''))) {
    const sent = [...killed.events.values()].filter(({ conversation }) => conversation === shopper(peer));
    const transcript = await transcriptOf(store, peer);
    replies += transcript.flatMap(({ outbound }) => outbound).length;
    const ids = transcript.map(({ inboundId }) => inboundId).toSorted();
    if (
      ids.join() !==
      sent
        .map(({ id }) => id)
        .toSorted()
        .join()
    )
      wrong.push(`${peer}: not every message once`);
    if (transcript.some(({ turn }, index) => turn !== index + 1)) wrong.push(`${peer}: turns with gaps`);
    const counting = sent.filter(({ id }) => wordsOf(Number(id)) !== 'three').length;
    if ((await counted(store, shopper(peer))) !== counting) wrong.push(`${peer}: counted wrongly`);
    const keys = transcript.flatMap(({ turn, outbound }) =>
      outbound.map((_, index) => `${shopper(peer)}:${turn}:${index}:0`),
    );
    const seen = [...new Set(killed.shown.filter(({ to }) => to === peer).map(({ shown }) => shown))];
    if (seen.join() !== keys.join()) wrong.push(`${peer}: replies lost or out of order`);
  }
  if (!plan.idempotent) wrong.push(...needlessRepetitions(killed));
  const shownAgain = killed.shown.length - new Set(killed.shown.map(({ shown }) => shown)).size;
  return { messages: killed.sent, resent: killed.resent, replies, shownAgain, wrong };
}

/** Only the last part of a conversation, whose receipt was lost with the process, may be shown again. */
function needlessRepetitions({ lastOfLives }: Killed): string[] {
  const wrong: string[] = [];
  const before = new Map<string, string>();
  const seen = new Set<string>();
  for (const life of lastOfLives) {
    const excused = new Set(before.values());
    for (const key of life) {
      if (seen.has(key) && !excused.delete(key)) wrong.push(`${key} shown again for no reason`);
      seen.add(key);
      before.set(key.split(':').slice(0, 3).join(':'), key);
    }
  }
  return wrong;
}
