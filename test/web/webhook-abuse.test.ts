import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqlitePlace } from '../runtime/stores.ts';
import { type AbusedShop, type Heard, openAbusedShop } from './abused-shop.ts';
import { type Abuse, webhookAbuses } from './webhook-abuses.ts';
import { webhookChannels } from './webhook-channels.ts';

/** What came of each abuse on each channel, printed at the end. */
const table: Record<string, Record<string, string>> = {};

describe.each(Object.entries(webhookChannels))('the webhook of %s', (channel, open) => {
  const place = sqlitePlace();
  let shop: AbusedShop;
  beforeAll(async () => {
    shop = await openAbusedShop(await open(), place.fresh());
  });
  afterAll(async () => {
    await shop.close();
    await shop.harness.close();
  });

  it('refuses each abuse or handles it once, and the shop answers the next shopper', async () => {
    const abuses = webhookAbuses(shop.harness);
    for (const each of abuses) {
      const cell = await suffer(shop, each);
      table[each.name] = { ...table[each.name], [channel]: cell };
    }
    expect(abuses.length).toBeGreaterThan(25);
  });
});

async function suffer(shop: AbusedShop, { name, hears, turns, run }: Abuse): Promise<string> {
  const before = await shop.turns();
  const heard = await run(shop);
  const taken = (await shop.turns()) - before;
  for (const each of heard) expect(hears, `${name}: heard ${each}`).toContain(isOk(each) ? 'ok' : each);
  expect(taken, `${name}: turns taken`).toBe(turns);
  expect(({} as Record<string, unknown>)['polluted'], `${name}: every object changed`).toBeUndefined();
  expect(isOk(await shop.send(shop.says(shop.nextNumber()))), `${name}: the shop answers`).toBe(true);
  expect(await shop.turns(), `${name}: the shop takes the next message`).toBe(before + turns + 1);
  return `${summary(heard)} · ${turns === 1 ? '1 turn' : `${turns} turns`}`;
}

function isOk(heard: Heard): boolean {
  return heard !== 'closed' && heard >= 200 && heard < 300;
}

/** `401 × 5`. */
function summary(heard: readonly Heard[]): string {
  return [...new Set(heard)]
    .map((each) => {
      const times = heard.filter((other) => other === each).length;
      return times === 1 ? `${each}` : `${each} × ${times}`;
    })
    .join(', ');
}

afterAll(() => {
  console.table(table);
});
