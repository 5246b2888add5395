import { describe, expect, it } from 'vitest';
import { noTau, readTau, sampleFolder, tauFolder } from './tau-retail/tau-data.ts';
import { type Replayed, replay } from './tau-retail/tau-replay.ts';
import { importTau } from './tau-retail/tau-shop.ts';

async function replayAll(folder: string, file: string): Promise<readonly Replayed[]> {
  const data = readTau(folder, [file]);
  const documents = await importTau(data);
  const replayed: Replayed[] = [];
  for (const task of data.tasks) replayed.push(await replay(data, documents, task));
  return replayed;
}

function table(name: string, replayed: readonly Replayed[]): string {
  const count = (verdict: Replayed['verdict']) => replayed.filter((one) => one.verdict === verdict).length;
  const calls = replayed.reduce((sum, one) => sum + one.calls, 0);
  const reasons = new Map<string, number>();
  for (const reason of replayed.flatMap(({ because }) => because)) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const rows = [
    `${name}: ${replayed.length} tasks, ${calls} calls`,
    `  same final state          ${count('equal')}`,
    `  refused as the policy says ${count('refused')}`,
    `  different                 ${count('different')}`,
    ...[...reasons].map(([reason, times]) => `  no: ${reason} (${times})`),
  ];
  return rows.join('\n');
}

function held(name: string, replayed: readonly Replayed[]): void {
  process.stdout.write(`${table(name, replayed)}\n`);
  const different = replayed.filter(({ verdict }) => verdict === 'different');
  expect(different.map(({ task, differences }) => ({ task, differences }))).toEqual([]);
}

describe('the retail tasks of tau-bench, replayed through the actions of a shopper', () => {
  it('end in the same state as the policy says, or are refused for its reason: a sample', async () => {
    const replayed = await replayAll(sampleFolder, 'tasks.jsonl');
    expect(replayed).toHaveLength(20);
    held('sample', replayed);
  });

  it('are seen to differ when a call is not made', async () => {
    const data = readTau(sampleFolder, ['tasks.jsonl']);
    const documents = await importTau(data);
    for (const task of data.tasks) {
      const made = await replay(data, documents, task);
      const idle = await replay(data, documents, task, () => false);
      expect(idle.verdict).toBe(made.because.length === task.actions.length ? 'refused' : 'different');
    }
  });

  const folder = tauFolder();
  for (const [name, file, tasks] of [
    ['train', 'tau1_tasks_train.jsonl', 500],
    ['dev', 'tau1_tasks_dev.jsonl', 20],
  ] as const) {
    it.skipIf(folder === null)(
      `do so in all of ${name}${folder === null ? `: ${noTau}` : ''}`,
      async () => {
        const replayed = await replayAll(folder ?? '', file);
        expect(replayed).toHaveLength(tasks);
        held(name, replayed);
      },
      120_000,
    );
  }
});
