import { Session } from 'node:inspector/promises';
import type { Row } from './piece.ts';

/** Where processor time goes while `work` runs: functions by the time spent in themselves, as shares of all samples. */
export async function profile(work: () => unknown, most = 40): Promise<readonly Row[]> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 200 });
  await session.post('Profiler.start');
  await work();
  const { profile: taken } = await session.post('Profiler.stop');
  session.disconnect();
  return selfTimes(taken).slice(0, most);
}

interface Taken {
  readonly nodes: readonly { readonly hitCount?: number | undefined; readonly callFrame: CallFrame }[];
}

interface CallFrame {
  readonly functionName: string;
  readonly url: string;
  readonly lineNumber: number;
}

function selfTimes({ nodes }: Taken): readonly Row[] {
  const hits = new Map<string, number>();
  let all = 0;
  for (const { hitCount = 0, callFrame } of nodes) {
    if (callFrame.functionName === '(idle)') continue;
    all += hitCount;
    const name = nameOf(callFrame);
    hits.set(name, (hits.get(name) ?? 0) + hitCount);
  }
  return [...hits]
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => ({ function: name, 'share %': Math.round((count / all) * 1_000) / 10 }));
}

function nameOf({ functionName, url, lineNumber }: CallFrame): string {
  const place = url.replace(/^.*\/(dist|node_modules)\//, '');
  return `${functionName || '(anonymous)'}${place === '' ? '' : ` ${place}:${lineNumber + 1}`}`;
}
