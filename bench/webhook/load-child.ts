// Posts messages to a webhook by a schedule, whatever becomes of those before, and says as a line of JSON how long each took.
import { Agent, request } from 'node:http';
import { sayingOf } from '../shopping/talk.ts';
import { type PlatformName, platforms } from './platforms.ts';

export interface LoadPlan {
  readonly url: string;
  readonly platform: PlatformName;
  /** Messages a second, on average; they come by chance, as shoppers do. */
  readonly rate: number;
  readonly seconds: number;
  readonly conversations: number;
  /** The first conversation's number. */
  readonly from: number;
}

export interface LoadNote {
  /** From the moment a message was due to the platform's "yes", milliseconds. */
  readonly waited: readonly number[];
  /** How much later than due a message went out: the load's own share in `waited`. */
  readonly late: readonly number[];
  /** Answers other than 200. */
  readonly refused: number;
}

/** As many connections as Telegram opens if nobody asks it for fewer or more (core.telegram.org/bots/api#setwebhook). */
const agent = new Agent({ keepAlive: true, maxSockets: 40 });

const plan = JSON.parse(process.argv[2] ?? '') as LoadPlan;
const random = createRandom(1);
const due = schedule();
const waited = new Float64Array(due.length);
const late = new Float64Array(due.length);
let [next, answered, refused] = [0, 0, 0];
/** Messages that wait for the one before them of the same chat, as Telegram has them wait; a chat without a message under way is not there. */
const chats = new Map<number, number[]>();
const startedAt = performance.now();
sendDue();

/** When each message is due, milliseconds from the start. */
function schedule(): readonly number[] {
  const times: number[] = [];
  for (let at = 0; at < plan.seconds * 1_000; at += (-Math.log(1 - random()) * 1_000) / plan.rate) times.push(at);
  return times;
}

function sendDue(): void {
  const now = performance.now() - startedAt;
  for (let at = due[next]; at !== undefined && at <= now; at = due[next]) {
    const [index, conversation] = [next, next % plan.conversations];
    const waiting = chats.get(conversation);
    if (waiting) waiting.push(index);
    else send(index, conversation);
    next += 1;
  }
  const wait = due[next];
  if (wait !== undefined) setTimeout(sendDue, wait - now);
}

function send(index: number, conversation: number): void {
  chats.set(conversation, chats.get(conversation) ?? []);
  const turn = Math.floor(index / plan.conversations);
  const text = sayingOf(turn).says;
  const said = { conversation: plan.from + conversation, turn, text, at: Math.floor(Date.now() / 1_000) };
  const { headers, body } = platforms[plan.platform].post(said);
  const length = Buffer.byteLength(body);
  late[index] = sinceDue(index);
  const named = { ...headers, 'content-type': 'application/json', 'content-length': length };
  const asked = request(plan.url, { method: 'POST', agent, headers: named }, (answer) => {
    if (answer.statusCode !== 200) refused += 1;
    answer.resume().on('end', () => finish(index, conversation));
  });
  asked.on('error', () => {
    refused += 1;
    finish(index, conversation);
  });
  asked.end(body);
}

function sinceDue(index: number): number {
  return performance.now() - startedAt - (due[index] ?? 0);
}

function finish(index: number, conversation: number): void {
  waited[index] = sinceDue(index);
  sendNext(conversation);
  answered += 1;
  if (answered < due.length) return;
  agent.destroy();
  const note: LoadNote = { waited: [...waited], late: [...late], refused };
  console.log(JSON.stringify(note));
}

function sendNext(conversation: number): void {
  const following = chats.get(conversation)?.shift();
  if (following === undefined) chats.delete(conversation);
  else send(following, conversation);
}

/** The same schedule in every run. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
