import { expect, it } from 'vitest';
import { judge, type KillingPlan, killAgainAndAgain } from './killing.ts';
import { createRandom } from './random.ts';
import { describeOnStores } from './stores.ts';

/** `PARLEY_KILLS=200` kills each store's process two hundred times, over both kinds of channel. */
const asked = Number(process.env['PARLEY_KILLS'] ?? 0);

await describeOnStores('a process that is killed at random moments', (place) => {
  const kills = asked === 0 ? (place.name === 'sqlite' ? 6 : 3) : asked / 2;
  for (const idempotent of [true, false]) {
    const what = idempotent ? 'a channel that takes keys' : 'one that does not';
    it(`loses no message, handles none twice and keeps the order of replies, on ${what}`, {
      timeout: 60_000 + kills * 20_000,
    }, async () => {
      const open = place.fresh();
      const plan: KillingPlan = { place: open.place, kills, idempotent, random: createRandom(kills) };
      const killed = await killAgainAndAgain(plan);
      const verdict = await judge(killed, plan, await open());
      if (asked > 0) console.log(`${place.name}: ${kills} kills: ${JSON.stringify(verdict)}`);
      expect(verdict.wrong).toEqual([]);
      expect(verdict.messages).toBeGreaterThan(kills * 5);
      expect(verdict.replies).toBeGreaterThanOrEqual(verdict.messages);
    });
  }
});
