import { expect, it } from 'vitest';
import { counted } from './counting-actions.ts';
import { range, says, shopper, transcriptOf } from './running.ts';
import { describeOnStores } from './stores.ts';
import { type ShownLine, spawnTalking, type TalkingChild } from './talking-child.ts';

await describeOnStores('two real processes that are given twenty messages of one shopper at once', (place) => {
  for (const idempotent of place.name === 'mongodb' ? [true, false] : [false]) {
    const what = idempotent ? 'takes keys' : 'takes none';
    it(`and some of them both: answer twenty, in order, on a channel that ${what}`, { timeout: 60_000 }, async () => {
      const open = place.fresh();
      const shown: ShownLine[] = [];
      const taken: string[] = [];
      const given = range(20).map((id) => says('ann', id, id % 3 === 0 ? 'slow' : 'hello'));
      const both = given.filter((_, index) => index % 5 === 0);
      const [one, other] = await Promise.all(range(2).map(() => start(open.place, { idempotent, shown, taken })));
      for (const [index, event] of given.entries()) (index % 2 === 0 ? one : other)?.child.send(event);
      for (const event of both) (given.indexOf(event) % 2 === 0 ? other : one)?.child.send(event);
      await untilSo(
        () => taken.length === given.length + both.length && new Set(shown.map((line) => line.shown)).size === 20,
      );
      await Promise.all([one?.child.end(), other?.child.end()]);
      expect(taken.filter((outcome) => outcome === 'accepted')).toHaveLength(20);
      const store = await open();
      expect(await counted(store, shopper('ann'))).toBe(20);
      expect((await transcriptOf(store, 'ann')).map(({ turn }) => turn)).toEqual(range(20));
      expect([...new Map(shown.map((line) => [line.shown, line.text])).values()]).toEqual(range(20).map(String));
      if (!idempotent) expect(shown).toHaveLength(20);
    });
  }
});

let look = (): void => {};

function untilSo(isSo: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    look = () => isSo() && resolve();
    look();
  });
}

interface Seen {
  readonly idempotent: boolean;
  readonly shown: ShownLine[];
  readonly taken: string[];
}

async function start(place: readonly string[], seen: Seen): Promise<{ readonly child: TalkingChild }> {
  let child: TalkingChild | null = null;
  await new Promise<void>((resolve) => {
    child = spawnTalking([`${seen.idempotent}`, '5', ...place], (line) => {
      if ('ready' in line) resolve();
      if ('shown' in line) seen.shown.push(line);
      if ('taken' in line) seen.taken.push(line.outcome);
      look();
    });
  });
  if (child === null) throw new Error('no process');
  return { child };
}
