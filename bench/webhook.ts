import { execFile } from 'node:child_process';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Bed, openMongoBed, openSqliteBed } from './durable/stores.ts';
import { interleaved, quantile, spreadOf } from './measure.ts';
import type { BenchSettings, Piece, Row, Table } from './piece.ts';
import type { LoadNote, LoadPlan } from './webhook/load-child.ts';
import { platformNames } from './webhook/platforms.ts';
import { openBot, openParley, type WebhookShop } from './webhook/shops.ts';

const run = promisify(execFile);
const rate = 200;
const conversations = 200;

export const webhook: Piece = {
  name: 'webhook',
  about: `how long a platform waits for its "yes" at ${rate} messages a second, everything on disk before it`,
  async run(settings) {
    const skipped: string[] = [];
    for (const openBed of [openSqliteBed, openMongoBed]) {
      const bed = await openBed();
      if (!bed) skipped.push('webhooks on MongoDB: the server is not to be had here');
      else settings.show(await measureBed(bed, settings).finally(bed.close));
    }
    return skipped;
  },
};

interface Measured extends LoadNote {
  readonly cpuShare: number;
  /** Of the last minute, at the end. */
  readonly load: number;
}

async function measureBed(bed: Bed, { quick, say }: BenchSettings): Promise<Table> {
  say(`webhook: ${bed.name}`);
  const seconds = quick ? 2 : 20;
  const parley = platformNames.map(
    (name) =>
      [
        `Parley, ${name}`,
        async () => underLoad(await openParley(name, await bed.openStore()), { platform: name, seconds }),
      ] as const,
  );
  const bot = async () => underLoad(await openBot(await bed.openBotStore()), { platform: 'telegram', seconds });
  const subjects = Object.fromEntries([['bot by hand that keeps every message', bot], ...parley]);
  const measured = await interleaved<Measured>(subjects, quick ? 1 : 3);
  const title = `Webhooks: ${bed.name}, ${rate} messages a second to ${conversations} conversations, ms until the "yes"`;
  return { title, rows: Object.entries(measured).map(([subject, rounds]) => rowOf(subject, rounds)) };
}

type Asked = Pick<LoadPlan, 'platform' | 'seconds'>;

async function underLoad(shop: WebhookShop, { platform, seconds }: Asked): Promise<Measured> {
  try {
    const plan = { url: shop.url, platform, rate, conversations };
    const warm = await load({ ...plan, seconds: Math.min(3, seconds), from: conversations });
    const [cpu, from] = [process.cpuUsage(), performance.now()];
    const note = await load({ ...plan, seconds, from: 0 });
    const { user, system } = process.cpuUsage(cpu);
    await shop.expectHandled(warm.waited.length + note.waited.length);
    return { ...note, cpuShare: (user + system) / 10 / (performance.now() - from), load: loadavg()[0] ?? 0 };
  } finally {
    await shop.close();
  }
}

/** By a process of its own: what it costs to ask must not be waited for by those who answer. */
async function load(plan: LoadPlan): Promise<LoadNote> {
  const child = fileURLToPath(new URL('./webhook/load-child.js', import.meta.url));
  const { stdout } = await run(process.execPath, [child, JSON.stringify(plan)], { maxBuffer: 64 * 1024 * 1024 });
  const note = JSON.parse(stdout) as LoadNote;
  if (note.refused > 0) throw new Error(`${note.refused} messages were not accepted`);
  return note;
}

function rowOf(subject: string, rounds: readonly Measured[]): Row {
  const at = (share: number, of: 'waited' | 'late' = 'waited') =>
    rounds.map((round) => quantile(Float64Array.from(round[of]).sort(), share));
  const p99 = spreadOf(at(0.99));
  return {
    subject,
    messages: rounds[0]?.waited.length ?? 0,
    p50: spreadOf(at(0.5)).median,
    p95: spreadOf(at(0.95)).median,
    p99: p99.median,
    'lowest p99': p99.lowest,
    'highest p99': p99.highest,
    max: Math.max(...at(1)),
    'sent late, p99': spreadOf(at(0.99, 'late')).median,
    'CPU %': spreadOf(rounds.map(({ cpuShare }) => cpuShare)).median,
    load: spreadOf(rounds.map((round) => round.load)).median,
  };
}
