import { type Cost, costOf, type Latency, latencyOf } from '../measure.ts';
import { sayingOf } from '../shopping/talk.ts';

/** A shop under load: takes a shopper's message, and calls back once its reply has been delivered. */
export interface Subject {
  /** Messages are numbered from 0 in each conversation. */
  say(conversation: number, turn: number, text: string): void;
  close(): Promise<void>;
}

export type Replied = (conversation: number, heard: () => string) => void;

export type OpenSubject = (replied: Replied) => Promise<Subject>;

export interface Load {
  readonly conversations: number;
  /** Turns of each conversation that are measured; as many again, at most 12, go before. */
  readonly turnsEach: number;
}

export interface Measured extends Cost, Latency {
  readonly turns: number;
}

/** A closed loop: every shopper says the next thing when the reply to the last has been delivered. */
export async function underLoad(open: OpenSubject, { conversations, turnsEach }: Load): Promise<Measured> {
  const crowd = createCrowd(conversations);
  const subject = await open(crowd.replied);
  try {
    await crowd.talk(subject, Math.min(turnsEach, 12));
    crowd.waited.length = 0;
    const cost = await costOf(() => crowd.talk(subject, turnsEach));
    return { ...cost, ...latencyOf(crowd.waited), turns: conversations * turnsEach };
  } finally {
    await subject.close();
  }
}

function createCrowd(conversations: number) {
  const said = new Int32Array(conversations);
  const saidAt = new Float64Array(conversations);
  const waited: number[] = [];
  let until = 0;
  let talking = 0;
  let subject: Subject | null = null;
  let finished = (): void => {};
  let failed = (_error: Error): void => {};
  const sayNext = (conversation: number): void => {
    const turn = said[conversation] ?? 0;
    saidAt[conversation] = performance.now();
    subject?.say(conversation, turn, sayingOf(turn).says);
  };
  const replied: Replied = (conversation, heard) => {
    waited.push(performance.now() - (saidAt[conversation] ?? 0));
    const turn = said[conversation] ?? 0;
    if (turn < 12) expectReply(turn, heard(), failed);
    said[conversation] = turn + 1;
    if (turn + 1 < until) sayNext(conversation);
    else if (--talking === 0) finished();
  };
  const talk = (to: Subject, turns: number): Promise<void> =>
    new Promise((resolve, reject) => {
      subject = to;
      until += turns;
      talking = conversations;
      finished = resolve;
      failed = reject;
      for (let conversation = 0; conversation < conversations; conversation += 1) sayNext(conversation);
    });
  return { replied, talk, waited };
}

/** What answers wrongly is not measured. */
function expectReply(turn: number, heard: string, failed: (error: Error) => void): void {
  const { says, hears } = sayingOf(turn);
  if (!heard.includes(hears)) failed(new Error(`"${says}" was answered with "${heard}" instead of "${hears}"`));
}
